// Original file: proto/envol/v1/block_service.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { DiscardRequest as _envol_v1_DiscardRequest, DiscardRequest__Output as _envol_v1_DiscardRequest__Output } from '../../envol/v1/DiscardRequest.ts';
import type { DiscardResponse as _envol_v1_DiscardResponse, DiscardResponse__Output as _envol_v1_DiscardResponse__Output } from '../../envol/v1/DiscardResponse.ts';
import type { FlushRequest as _envol_v1_FlushRequest, FlushRequest__Output as _envol_v1_FlushRequest__Output } from '../../envol/v1/FlushRequest.ts';
import type { FlushResponse as _envol_v1_FlushResponse, FlushResponse__Output as _envol_v1_FlushResponse__Output } from '../../envol/v1/FlushResponse.ts';
import type { GetAllocationRequest as _envol_v1_GetAllocationRequest, GetAllocationRequest__Output as _envol_v1_GetAllocationRequest__Output } from '../../envol/v1/GetAllocationRequest.ts';
import type { GetAllocationResponse as _envol_v1_GetAllocationResponse, GetAllocationResponse__Output as _envol_v1_GetAllocationResponse__Output } from '../../envol/v1/GetAllocationResponse.ts';
import type { IoRequestBatch as _envol_v1_IoRequestBatch, IoRequestBatch__Output as _envol_v1_IoRequestBatch__Output } from '../../envol/v1/IoRequestBatch.ts';
import type { IoResponseBatch as _envol_v1_IoResponseBatch, IoResponseBatch__Output as _envol_v1_IoResponseBatch__Output } from '../../envol/v1/IoResponseBatch.ts';
import type { PeekSectorRequest as _envol_v1_PeekSectorRequest, PeekSectorRequest__Output as _envol_v1_PeekSectorRequest__Output } from '../../envol/v1/PeekSectorRequest.ts';
import type { PeekSectorResponse as _envol_v1_PeekSectorResponse, PeekSectorResponse__Output as _envol_v1_PeekSectorResponse__Output } from '../../envol/v1/PeekSectorResponse.ts';
import type { ReadRequest as _envol_v1_ReadRequest, ReadRequest__Output as _envol_v1_ReadRequest__Output } from '../../envol/v1/ReadRequest.ts';
import type { ReadResponse as _envol_v1_ReadResponse, ReadResponse__Output as _envol_v1_ReadResponse__Output } from '../../envol/v1/ReadResponse.ts';
import type { ReadStreamRequest as _envol_v1_ReadStreamRequest, ReadStreamRequest__Output as _envol_v1_ReadStreamRequest__Output } from '../../envol/v1/ReadStreamRequest.ts';
import type { ReadStreamResponse as _envol_v1_ReadStreamResponse, ReadStreamResponse__Output as _envol_v1_ReadStreamResponse__Output } from '../../envol/v1/ReadStreamResponse.ts';
import type { WriteRequest as _envol_v1_WriteRequest, WriteRequest__Output as _envol_v1_WriteRequest__Output } from '../../envol/v1/WriteRequest.ts';
import type { WriteResponse as _envol_v1_WriteResponse, WriteResponse__Output as _envol_v1_WriteResponse__Output } from '../../envol/v1/WriteResponse.ts';
import type { WriteStreamRequest as _envol_v1_WriteStreamRequest, WriteStreamRequest__Output as _envol_v1_WriteStreamRequest__Output } from '../../envol/v1/WriteStreamRequest.ts';
import type { WriteStreamResponse as _envol_v1_WriteStreamResponse, WriteStreamResponse__Output as _envol_v1_WriteStreamResponse__Output } from '../../envol/v1/WriteStreamResponse.ts';
import type { WriteZeroesRequest as _envol_v1_WriteZeroesRequest, WriteZeroesRequest__Output as _envol_v1_WriteZeroesRequest__Output } from '../../envol/v1/WriteZeroesRequest.ts';
import type { WriteZeroesResponse as _envol_v1_WriteZeroesResponse, WriteZeroesResponse__Output as _envol_v1_WriteZeroesResponse__Output } from '../../envol/v1/WriteZeroesResponse.ts';

/**
 * The data plane: bytes of attached volumes. Offsets and lengths are bytes, of any alignment.
 */
export interface BlockServiceClient extends grpc.Client {
  Discard(argument: _envol_v1_DiscardRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DiscardResponse__Output>): grpc.ClientUnaryCall;
  Discard(argument: _envol_v1_DiscardRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DiscardResponse__Output>): grpc.ClientUnaryCall;
  Discard(argument: _envol_v1_DiscardRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DiscardResponse__Output>): grpc.ClientUnaryCall;
  Discard(argument: _envol_v1_DiscardRequest, callback: grpc.requestCallback<_envol_v1_DiscardResponse__Output>): grpc.ClientUnaryCall;
  discard(argument: _envol_v1_DiscardRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DiscardResponse__Output>): grpc.ClientUnaryCall;
  discard(argument: _envol_v1_DiscardRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DiscardResponse__Output>): grpc.ClientUnaryCall;
  discard(argument: _envol_v1_DiscardRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DiscardResponse__Output>): grpc.ClientUnaryCall;
  discard(argument: _envol_v1_DiscardRequest, callback: grpc.requestCallback<_envol_v1_DiscardResponse__Output>): grpc.ClientUnaryCall;
  
  Flush(argument: _envol_v1_FlushRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_FlushResponse__Output>): grpc.ClientUnaryCall;
  Flush(argument: _envol_v1_FlushRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_FlushResponse__Output>): grpc.ClientUnaryCall;
  Flush(argument: _envol_v1_FlushRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_FlushResponse__Output>): grpc.ClientUnaryCall;
  Flush(argument: _envol_v1_FlushRequest, callback: grpc.requestCallback<_envol_v1_FlushResponse__Output>): grpc.ClientUnaryCall;
  flush(argument: _envol_v1_FlushRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_FlushResponse__Output>): grpc.ClientUnaryCall;
  flush(argument: _envol_v1_FlushRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_FlushResponse__Output>): grpc.ClientUnaryCall;
  flush(argument: _envol_v1_FlushRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_FlushResponse__Output>): grpc.ClientUnaryCall;
  flush(argument: _envol_v1_FlushRequest, callback: grpc.requestCallback<_envol_v1_FlushResponse__Output>): grpc.ClientUnaryCall;
  
  GetAllocation(argument: _envol_v1_GetAllocationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetAllocationResponse__Output>): grpc.ClientUnaryCall;
  GetAllocation(argument: _envol_v1_GetAllocationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GetAllocationResponse__Output>): grpc.ClientUnaryCall;
  GetAllocation(argument: _envol_v1_GetAllocationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetAllocationResponse__Output>): grpc.ClientUnaryCall;
  GetAllocation(argument: _envol_v1_GetAllocationRequest, callback: grpc.requestCallback<_envol_v1_GetAllocationResponse__Output>): grpc.ClientUnaryCall;
  getAllocation(argument: _envol_v1_GetAllocationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetAllocationResponse__Output>): grpc.ClientUnaryCall;
  getAllocation(argument: _envol_v1_GetAllocationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GetAllocationResponse__Output>): grpc.ClientUnaryCall;
  getAllocation(argument: _envol_v1_GetAllocationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetAllocationResponse__Output>): grpc.ClientUnaryCall;
  getAllocation(argument: _envol_v1_GetAllocationRequest, callback: grpc.requestCallback<_envol_v1_GetAllocationResponse__Output>): grpc.ClientUnaryCall;
  
  Io(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_envol_v1_IoRequestBatch, _envol_v1_IoResponseBatch__Output>;
  Io(options?: grpc.CallOptions): grpc.ClientDuplexStream<_envol_v1_IoRequestBatch, _envol_v1_IoResponseBatch__Output>;
  io(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_envol_v1_IoRequestBatch, _envol_v1_IoResponseBatch__Output>;
  io(options?: grpc.CallOptions): grpc.ClientDuplexStream<_envol_v1_IoRequestBatch, _envol_v1_IoResponseBatch__Output>;
  
  /**
   * One stored sector as it lies on the disk. Needs no key and no attachment: it shows ciphertext.
   */
  PeekSector(argument: _envol_v1_PeekSectorRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_PeekSectorResponse__Output>): grpc.ClientUnaryCall;
  PeekSector(argument: _envol_v1_PeekSectorRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_PeekSectorResponse__Output>): grpc.ClientUnaryCall;
  PeekSector(argument: _envol_v1_PeekSectorRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_PeekSectorResponse__Output>): grpc.ClientUnaryCall;
  PeekSector(argument: _envol_v1_PeekSectorRequest, callback: grpc.requestCallback<_envol_v1_PeekSectorResponse__Output>): grpc.ClientUnaryCall;
  /**
   * One stored sector as it lies on the disk. Needs no key and no attachment: it shows ciphertext.
   */
  peekSector(argument: _envol_v1_PeekSectorRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_PeekSectorResponse__Output>): grpc.ClientUnaryCall;
  peekSector(argument: _envol_v1_PeekSectorRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_PeekSectorResponse__Output>): grpc.ClientUnaryCall;
  peekSector(argument: _envol_v1_PeekSectorRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_PeekSectorResponse__Output>): grpc.ClientUnaryCall;
  peekSector(argument: _envol_v1_PeekSectorRequest, callback: grpc.requestCallback<_envol_v1_PeekSectorResponse__Output>): grpc.ClientUnaryCall;
  
  Read(argument: _envol_v1_ReadRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  Read(argument: _envol_v1_ReadRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  Read(argument: _envol_v1_ReadRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  Read(argument: _envol_v1_ReadRequest, callback: grpc.requestCallback<_envol_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  read(argument: _envol_v1_ReadRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  read(argument: _envol_v1_ReadRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  read(argument: _envol_v1_ReadRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  read(argument: _envol_v1_ReadRequest, callback: grpc.requestCallback<_envol_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  
  ReadStream(argument: _envol_v1_ReadStreamRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_envol_v1_ReadStreamResponse__Output>;
  ReadStream(argument: _envol_v1_ReadStreamRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_envol_v1_ReadStreamResponse__Output>;
  readStream(argument: _envol_v1_ReadStreamRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_envol_v1_ReadStreamResponse__Output>;
  readStream(argument: _envol_v1_ReadStreamRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_envol_v1_ReadStreamResponse__Output>;
  
  Write(argument: _envol_v1_WriteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  Write(argument: _envol_v1_WriteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  Write(argument: _envol_v1_WriteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  Write(argument: _envol_v1_WriteRequest, callback: grpc.requestCallback<_envol_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  write(argument: _envol_v1_WriteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  write(argument: _envol_v1_WriteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  write(argument: _envol_v1_WriteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  write(argument: _envol_v1_WriteRequest, callback: grpc.requestCallback<_envol_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  
  WriteStream(metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteStreamResponse__Output>): grpc.ClientWritableStream<_envol_v1_WriteStreamRequest>;
  WriteStream(metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_WriteStreamResponse__Output>): grpc.ClientWritableStream<_envol_v1_WriteStreamRequest>;
  WriteStream(options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteStreamResponse__Output>): grpc.ClientWritableStream<_envol_v1_WriteStreamRequest>;
  WriteStream(callback: grpc.requestCallback<_envol_v1_WriteStreamResponse__Output>): grpc.ClientWritableStream<_envol_v1_WriteStreamRequest>;
  writeStream(metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteStreamResponse__Output>): grpc.ClientWritableStream<_envol_v1_WriteStreamRequest>;
  writeStream(metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_WriteStreamResponse__Output>): grpc.ClientWritableStream<_envol_v1_WriteStreamRequest>;
  writeStream(options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteStreamResponse__Output>): grpc.ClientWritableStream<_envol_v1_WriteStreamRequest>;
  writeStream(callback: grpc.requestCallback<_envol_v1_WriteStreamResponse__Output>): grpc.ClientWritableStream<_envol_v1_WriteStreamRequest>;
  
  WriteZeroes(argument: _envol_v1_WriteZeroesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteZeroesResponse__Output>): grpc.ClientUnaryCall;
  WriteZeroes(argument: _envol_v1_WriteZeroesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_WriteZeroesResponse__Output>): grpc.ClientUnaryCall;
  WriteZeroes(argument: _envol_v1_WriteZeroesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteZeroesResponse__Output>): grpc.ClientUnaryCall;
  WriteZeroes(argument: _envol_v1_WriteZeroesRequest, callback: grpc.requestCallback<_envol_v1_WriteZeroesResponse__Output>): grpc.ClientUnaryCall;
  writeZeroes(argument: _envol_v1_WriteZeroesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteZeroesResponse__Output>): grpc.ClientUnaryCall;
  writeZeroes(argument: _envol_v1_WriteZeroesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_WriteZeroesResponse__Output>): grpc.ClientUnaryCall;
  writeZeroes(argument: _envol_v1_WriteZeroesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteZeroesResponse__Output>): grpc.ClientUnaryCall;
  writeZeroes(argument: _envol_v1_WriteZeroesRequest, callback: grpc.requestCallback<_envol_v1_WriteZeroesResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * The data plane: bytes of attached volumes. Offsets and lengths are bytes, of any alignment.
 */
export interface BlockServiceHandlers extends grpc.UntypedServiceImplementation {
  Discard: grpc.handleUnaryCall<_envol_v1_DiscardRequest__Output, _envol_v1_DiscardResponse>;
  
  Flush: grpc.handleUnaryCall<_envol_v1_FlushRequest__Output, _envol_v1_FlushResponse>;
  
  GetAllocation: grpc.handleUnaryCall<_envol_v1_GetAllocationRequest__Output, _envol_v1_GetAllocationResponse>;
  
  Io: grpc.handleBidiStreamingCall<_envol_v1_IoRequestBatch__Output, _envol_v1_IoResponseBatch>;
  
  /**
   * One stored sector as it lies on the disk. Needs no key and no attachment: it shows ciphertext.
   */
  PeekSector: grpc.handleUnaryCall<_envol_v1_PeekSectorRequest__Output, _envol_v1_PeekSectorResponse>;
  
  Read: grpc.handleUnaryCall<_envol_v1_ReadRequest__Output, _envol_v1_ReadResponse>;
  
  ReadStream: grpc.handleServerStreamingCall<_envol_v1_ReadStreamRequest__Output, _envol_v1_ReadStreamResponse>;
  
  Write: grpc.handleUnaryCall<_envol_v1_WriteRequest__Output, _envol_v1_WriteResponse>;
  
  WriteStream: grpc.handleClientStreamingCall<_envol_v1_WriteStreamRequest__Output, _envol_v1_WriteStreamResponse>;
  
  WriteZeroes: grpc.handleUnaryCall<_envol_v1_WriteZeroesRequest__Output, _envol_v1_WriteZeroesResponse>;
  
}

export interface BlockServiceDefinition extends grpc.ServiceDefinition {
  Discard: MethodDefinition<_envol_v1_DiscardRequest, _envol_v1_DiscardResponse, _envol_v1_DiscardRequest__Output, _envol_v1_DiscardResponse__Output>
  Flush: MethodDefinition<_envol_v1_FlushRequest, _envol_v1_FlushResponse, _envol_v1_FlushRequest__Output, _envol_v1_FlushResponse__Output>
  GetAllocation: MethodDefinition<_envol_v1_GetAllocationRequest, _envol_v1_GetAllocationResponse, _envol_v1_GetAllocationRequest__Output, _envol_v1_GetAllocationResponse__Output>
  Io: MethodDefinition<_envol_v1_IoRequestBatch, _envol_v1_IoResponseBatch, _envol_v1_IoRequestBatch__Output, _envol_v1_IoResponseBatch__Output>
  PeekSector: MethodDefinition<_envol_v1_PeekSectorRequest, _envol_v1_PeekSectorResponse, _envol_v1_PeekSectorRequest__Output, _envol_v1_PeekSectorResponse__Output>
  Read: MethodDefinition<_envol_v1_ReadRequest, _envol_v1_ReadResponse, _envol_v1_ReadRequest__Output, _envol_v1_ReadResponse__Output>
  ReadStream: MethodDefinition<_envol_v1_ReadStreamRequest, _envol_v1_ReadStreamResponse, _envol_v1_ReadStreamRequest__Output, _envol_v1_ReadStreamResponse__Output>
  Write: MethodDefinition<_envol_v1_WriteRequest, _envol_v1_WriteResponse, _envol_v1_WriteRequest__Output, _envol_v1_WriteResponse__Output>
  WriteStream: MethodDefinition<_envol_v1_WriteStreamRequest, _envol_v1_WriteStreamResponse, _envol_v1_WriteStreamRequest__Output, _envol_v1_WriteStreamResponse__Output>
  WriteZeroes: MethodDefinition<_envol_v1_WriteZeroesRequest, _envol_v1_WriteZeroesResponse, _envol_v1_WriteZeroesRequest__Output, _envol_v1_WriteZeroesResponse__Output>
}
