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
 * 
 * volume_id is vol- and 17 hexadecimal digits, and required. attachment_id may be empty: then the volume's oldest
 * attachment serves. How refusals look, and which ones any call may give, is said at VolumeService.
 */
export interface BlockServiceClient extends grpc.Client {
  /**
   * Frees a range: it reads as zeroes from then on, and takes no space.
   * 
   * Condition                                        Reason                gRPC code            What to do
   * volume_id is absent                              MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id                     VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                   VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                       VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                       INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its                  ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * length_bytes is absent                           INVALID_ARGUMENT      INVALID_ARGUMENT     Give at least 1.
   * offset_bytes or length_bytes is no whole number  INVALID_ARGUMENT      INVALID_ARGUMENT     Correct the field named.
   * The range ends past the volume                   OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   * The attachment is read-only                      READ_ONLY             FAILED_PRECONDITION  Attach without read_only.
   * The KMS key is unusable                          KEY_REVOKED           FAILED_PRECONDITION  Enable the key; nothing else.
   * The disk has no room                             STORE_FULL            RESOURCE_EXHAUSTED   Free some space.
   */
  Discard(argument: _envol_v1_DiscardRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DiscardResponse__Output>): grpc.ClientUnaryCall;
  Discard(argument: _envol_v1_DiscardRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DiscardResponse__Output>): grpc.ClientUnaryCall;
  Discard(argument: _envol_v1_DiscardRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DiscardResponse__Output>): grpc.ClientUnaryCall;
  Discard(argument: _envol_v1_DiscardRequest, callback: grpc.requestCallback<_envol_v1_DiscardResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Frees a range: it reads as zeroes from then on, and takes no space.
   * 
   * Condition                                        Reason                gRPC code            What to do
   * volume_id is absent                              MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id                     VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                   VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                       VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                       INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its                  ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * length_bytes is absent                           INVALID_ARGUMENT      INVALID_ARGUMENT     Give at least 1.
   * offset_bytes or length_bytes is no whole number  INVALID_ARGUMENT      INVALID_ARGUMENT     Correct the field named.
   * The range ends past the volume                   OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   * The attachment is read-only                      READ_ONLY             FAILED_PRECONDITION  Attach without read_only.
   * The KMS key is unusable                          KEY_REVOKED           FAILED_PRECONDITION  Enable the key; nothing else.
   * The disk has no room                             STORE_FULL            RESOURCE_EXHAUSTED   Free some space.
   */
  discard(argument: _envol_v1_DiscardRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DiscardResponse__Output>): grpc.ClientUnaryCall;
  discard(argument: _envol_v1_DiscardRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DiscardResponse__Output>): grpc.ClientUnaryCall;
  discard(argument: _envol_v1_DiscardRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DiscardResponse__Output>): grpc.ClientUnaryCall;
  discard(argument: _envol_v1_DiscardRequest, callback: grpc.requestCallback<_envol_v1_DiscardResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Answers when every write that was answered before is on the disk.
   * 
   * Condition                        Reason                gRPC code            What to do
   * volume_id is absent              MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id     VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                   VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached       VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed       INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its  ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * The disk has no room             STORE_FULL            RESOURCE_EXHAUSTED   Free some space.
   */
  Flush(argument: _envol_v1_FlushRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_FlushResponse__Output>): grpc.ClientUnaryCall;
  Flush(argument: _envol_v1_FlushRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_FlushResponse__Output>): grpc.ClientUnaryCall;
  Flush(argument: _envol_v1_FlushRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_FlushResponse__Output>): grpc.ClientUnaryCall;
  Flush(argument: _envol_v1_FlushRequest, callback: grpc.requestCallback<_envol_v1_FlushResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Answers when every write that was answered before is on the disk.
   * 
   * Condition                        Reason                gRPC code            What to do
   * volume_id is absent              MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id     VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                   VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached       VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed       INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its  ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * The disk has no room             STORE_FULL            RESOURCE_EXHAUSTED   Free some space.
   */
  flush(argument: _envol_v1_FlushRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_FlushResponse__Output>): grpc.ClientUnaryCall;
  flush(argument: _envol_v1_FlushRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_FlushResponse__Output>): grpc.ClientUnaryCall;
  flush(argument: _envol_v1_FlushRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_FlushResponse__Output>): grpc.ClientUnaryCall;
  flush(argument: _envol_v1_FlushRequest, callback: grpc.requestCallback<_envol_v1_FlushResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Tells which parts of a range are written. It needs no key, and reads no data.
   * 
   * Condition                                        Reason                gRPC code            What to do
   * volume_id is absent                              MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id                     VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                   VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                       VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                       INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its                  ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * offset_bytes or length_bytes is no whole number  INVALID_ARGUMENT      INVALID_ARGUMENT     Correct the field named.
   * The range ends past the volume                   OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   */
  GetAllocation(argument: _envol_v1_GetAllocationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetAllocationResponse__Output>): grpc.ClientUnaryCall;
  GetAllocation(argument: _envol_v1_GetAllocationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GetAllocationResponse__Output>): grpc.ClientUnaryCall;
  GetAllocation(argument: _envol_v1_GetAllocationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetAllocationResponse__Output>): grpc.ClientUnaryCall;
  GetAllocation(argument: _envol_v1_GetAllocationRequest, callback: grpc.requestCallback<_envol_v1_GetAllocationResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Tells which parts of a range are written. It needs no key, and reads no data.
   * 
   * Condition                                        Reason                gRPC code            What to do
   * volume_id is absent                              MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id                     VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                   VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                       VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                       INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its                  ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * offset_bytes or length_bytes is no whole number  INVALID_ARGUMENT      INVALID_ARGUMENT     Correct the field named.
   * The range ends past the volume                   OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   */
  getAllocation(argument: _envol_v1_GetAllocationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetAllocationResponse__Output>): grpc.ClientUnaryCall;
  getAllocation(argument: _envol_v1_GetAllocationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GetAllocationResponse__Output>): grpc.ClientUnaryCall;
  getAllocation(argument: _envol_v1_GetAllocationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetAllocationResponse__Output>): grpc.ClientUnaryCall;
  getAllocation(argument: _envol_v1_GetAllocationRequest, callback: grpc.requestCallback<_envol_v1_GetAllocationResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * The fast way: any number of requests at a time, several in one message, answered in order of completion. A request that is
   * refused or fails is answered with an IoError, and the stream goes on; what ends the stream is in the first table. The
   * daemon reads on while at most 1024 requests and 64 MiB of payload are in flight and the client takes its answers. After
   * the client's half-close it answers what is left and ends with OK. Detach and revocation show in each answer.
   * 
   * Condition                                      Reason                gRPC code            What to do
   * volume_id is not a volume id                   VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                 VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                     VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                     INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its                ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * The first message has no volume_id             MISSING_ARGUMENT      INVALID_ARGUMENT     Name the volume first.
   * A later message names a volume or attachment   INVALID_ARGUMENT      INVALID_ARGUMENT     Name them in the first only.
   * A tag is in flight already, or not below 2^53  INVALID_ARGUMENT      INVALID_ARGUMENT     Use a fresh tag.
   * A request has no operation                     INVALID_ARGUMENT      INVALID_ARGUMENT     Set one.
   * 
   * What an answer may say:
   * 
   * Condition                                          Reason               gRPC code            What to do
   * length_bytes or data is above 4,128,768 bytes      REQUEST_TOO_LARGE    INVALID_ARGUMENT     Split it.
   * length_bytes is 0, or a number is no whole number  INVALID_ARGUMENT     INVALID_ARGUMENT     Correct the field named.
   * The range ends past the volume                     OUT_OF_RANGE         OUT_OF_RANGE         Stay within the size.
   * The volume was detached meanwhile                  VOLUME_NOT_ATTACHED  FAILED_PRECONDITION  Attach, and open a new stream.
   * The attachment is read-only                        READ_ONLY            FAILED_PRECONDITION  Attach without read_only.
   * The KMS key is unusable                            KEY_REVOKED          FAILED_PRECONDITION  Enable the key; nothing else.
   * Revoked or detached before the data was ready      UNAVAILABLE          UNAVAILABLE          Ask again to see which.
   * A stored sector fails its check (GCM)              INTEGRITY_ERROR      DATA_LOSS            Restore the data.
   * The disk has no room                               STORE_FULL           RESOURCE_EXHAUSTED   Free some space.
   */
  Io(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_envol_v1_IoRequestBatch, _envol_v1_IoResponseBatch__Output>;
  Io(options?: grpc.CallOptions): grpc.ClientDuplexStream<_envol_v1_IoRequestBatch, _envol_v1_IoResponseBatch__Output>;
  /**
   * The fast way: any number of requests at a time, several in one message, answered in order of completion. A request that is
   * refused or fails is answered with an IoError, and the stream goes on; what ends the stream is in the first table. The
   * daemon reads on while at most 1024 requests and 64 MiB of payload are in flight and the client takes its answers. After
   * the client's half-close it answers what is left and ends with OK. Detach and revocation show in each answer.
   * 
   * Condition                                      Reason                gRPC code            What to do
   * volume_id is not a volume id                   VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                 VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                     VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                     INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its                ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * The first message has no volume_id             MISSING_ARGUMENT      INVALID_ARGUMENT     Name the volume first.
   * A later message names a volume or attachment   INVALID_ARGUMENT      INVALID_ARGUMENT     Name them in the first only.
   * A tag is in flight already, or not below 2^53  INVALID_ARGUMENT      INVALID_ARGUMENT     Use a fresh tag.
   * A request has no operation                     INVALID_ARGUMENT      INVALID_ARGUMENT     Set one.
   * 
   * What an answer may say:
   * 
   * Condition                                          Reason               gRPC code            What to do
   * length_bytes or data is above 4,128,768 bytes      REQUEST_TOO_LARGE    INVALID_ARGUMENT     Split it.
   * length_bytes is 0, or a number is no whole number  INVALID_ARGUMENT     INVALID_ARGUMENT     Correct the field named.
   * The range ends past the volume                     OUT_OF_RANGE         OUT_OF_RANGE         Stay within the size.
   * The volume was detached meanwhile                  VOLUME_NOT_ATTACHED  FAILED_PRECONDITION  Attach, and open a new stream.
   * The attachment is read-only                        READ_ONLY            FAILED_PRECONDITION  Attach without read_only.
   * The KMS key is unusable                            KEY_REVOKED          FAILED_PRECONDITION  Enable the key; nothing else.
   * Revoked or detached before the data was ready      UNAVAILABLE          UNAVAILABLE          Ask again to see which.
   * A stored sector fails its check (GCM)              INTEGRITY_ERROR      DATA_LOSS            Restore the data.
   * The disk has no room                               STORE_FULL           RESOURCE_EXHAUSTED   Free some space.
   */
  io(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_envol_v1_IoRequestBatch, _envol_v1_IoResponseBatch__Output>;
  io(options?: grpc.CallOptions): grpc.ClientDuplexStream<_envol_v1_IoRequestBatch, _envol_v1_IoResponseBatch__Output>;
  
  /**
   * Shows one stored sector as it lies on the disk. It needs no key and no attachment: it shows ciphertext.
   * 
   * Condition                             Reason               gRPC code         What to do
   * volume_id is absent                   MISSING_ARGUMENT     INVALID_ARGUMENT  Give it.
   * volume_id is not a volume id          VOLUME_ID_MALFORMED  INVALID_ARGUMENT  Give vol- and 17 hex digits.
   * No such volume                        VOLUME_NOT_FOUND     NOT_FOUND         Describe the volumes.
   * sector is no whole number below 2^53  INVALID_ARGUMENT     INVALID_ARGUMENT  Correct it.
   * sector is past the end of the volume  OUT_OF_RANGE         OUT_OF_RANGE      Stay within the size.
   */
  PeekSector(argument: _envol_v1_PeekSectorRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_PeekSectorResponse__Output>): grpc.ClientUnaryCall;
  PeekSector(argument: _envol_v1_PeekSectorRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_PeekSectorResponse__Output>): grpc.ClientUnaryCall;
  PeekSector(argument: _envol_v1_PeekSectorRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_PeekSectorResponse__Output>): grpc.ClientUnaryCall;
  PeekSector(argument: _envol_v1_PeekSectorRequest, callback: grpc.requestCallback<_envol_v1_PeekSectorResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Shows one stored sector as it lies on the disk. It needs no key and no attachment: it shows ciphertext.
   * 
   * Condition                             Reason               gRPC code         What to do
   * volume_id is absent                   MISSING_ARGUMENT     INVALID_ARGUMENT  Give it.
   * volume_id is not a volume id          VOLUME_ID_MALFORMED  INVALID_ARGUMENT  Give vol- and 17 hex digits.
   * No such volume                        VOLUME_NOT_FOUND     NOT_FOUND         Describe the volumes.
   * sector is no whole number below 2^53  INVALID_ARGUMENT     INVALID_ARGUMENT  Correct it.
   * sector is past the end of the volume  OUT_OF_RANGE         OUT_OF_RANGE      Stay within the size.
   */
  peekSector(argument: _envol_v1_PeekSectorRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_PeekSectorResponse__Output>): grpc.ClientUnaryCall;
  peekSector(argument: _envol_v1_PeekSectorRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_PeekSectorResponse__Output>): grpc.ClientUnaryCall;
  peekSector(argument: _envol_v1_PeekSectorRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_PeekSectorResponse__Output>): grpc.ClientUnaryCall;
  peekSector(argument: _envol_v1_PeekSectorRequest, callback: grpc.requestCallback<_envol_v1_PeekSectorResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Reads up to 4,128,768 bytes.
   * 
   * Condition                                        Reason                gRPC code            What to do
   * volume_id is absent                              MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id                     VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                   VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                       VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                       INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its                  ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * length_bytes is absent                           INVALID_ARGUMENT      INVALID_ARGUMENT     Give at least 1.
   * length_bytes is above 4,128,768                  REQUEST_TOO_LARGE     INVALID_ARGUMENT     Split it, or use a stream.
   * offset_bytes or length_bytes is no whole number  INVALID_ARGUMENT      INVALID_ARGUMENT     Correct the field named.
   * The range ends past the volume                   OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   * The KMS key is unusable                          KEY_REVOKED           FAILED_PRECONDITION  Enable the key; nothing else.
   * Revoked or detached before the data was ready    UNAVAILABLE           UNAVAILABLE          Ask again to see which.
   * A stored sector fails its check (GCM)            INTEGRITY_ERROR       DATA_LOSS            Restore the data.
   */
  Read(argument: _envol_v1_ReadRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  Read(argument: _envol_v1_ReadRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  Read(argument: _envol_v1_ReadRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  Read(argument: _envol_v1_ReadRequest, callback: grpc.requestCallback<_envol_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Reads up to 4,128,768 bytes.
   * 
   * Condition                                        Reason                gRPC code            What to do
   * volume_id is absent                              MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id                     VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                   VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                       VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                       INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its                  ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * length_bytes is absent                           INVALID_ARGUMENT      INVALID_ARGUMENT     Give at least 1.
   * length_bytes is above 4,128,768                  REQUEST_TOO_LARGE     INVALID_ARGUMENT     Split it, or use a stream.
   * offset_bytes or length_bytes is no whole number  INVALID_ARGUMENT      INVALID_ARGUMENT     Correct the field named.
   * The range ends past the volume                   OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   * The KMS key is unusable                          KEY_REVOKED           FAILED_PRECONDITION  Enable the key; nothing else.
   * Revoked or detached before the data was ready    UNAVAILABLE           UNAVAILABLE          Ask again to see which.
   * A stored sector fails its check (GCM)            INTEGRITY_ERROR       DATA_LOSS            Restore the data.
   */
  read(argument: _envol_v1_ReadRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  read(argument: _envol_v1_ReadRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  read(argument: _envol_v1_ReadRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  read(argument: _envol_v1_ReadRequest, callback: grpc.requestCallback<_envol_v1_ReadResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Reads a range of any length, as chunks of up to 1 MiB in ascending order. An error ends the stream; the chunks before it
   * are good. A client that takes no data holds up nobody else; if the key is revoked or the volume detached meanwhile,
   * its call is cut off and ends with CANCELLED.
   * 
   * Condition                                        Reason                gRPC code            What to do
   * volume_id is absent                              MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id                     VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                   VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                       VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                       INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its                  ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * offset_bytes or length_bytes is no whole number  INVALID_ARGUMENT      INVALID_ARGUMENT     Correct the field named.
   * The range ends past the volume                   OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   * The KMS key is unusable                          KEY_REVOKED           FAILED_PRECONDITION  Enable the key; nothing else.
   * Revoked or detached before the data was ready    UNAVAILABLE           UNAVAILABLE          Ask again to see which.
   * A stored sector fails its check (GCM)            INTEGRITY_ERROR       DATA_LOSS            Restore the data.
   */
  ReadStream(argument: _envol_v1_ReadStreamRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_envol_v1_ReadStreamResponse__Output>;
  ReadStream(argument: _envol_v1_ReadStreamRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_envol_v1_ReadStreamResponse__Output>;
  /**
   * Reads a range of any length, as chunks of up to 1 MiB in ascending order. An error ends the stream; the chunks before it
   * are good. A client that takes no data holds up nobody else; if the key is revoked or the volume detached meanwhile,
   * its call is cut off and ends with CANCELLED.
   * 
   * Condition                                        Reason                gRPC code            What to do
   * volume_id is absent                              MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id                     VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                   VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                       VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                       INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its                  ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * offset_bytes or length_bytes is no whole number  INVALID_ARGUMENT      INVALID_ARGUMENT     Correct the field named.
   * The range ends past the volume                   OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   * The KMS key is unusable                          KEY_REVOKED           FAILED_PRECONDITION  Enable the key; nothing else.
   * Revoked or detached before the data was ready    UNAVAILABLE           UNAVAILABLE          Ask again to see which.
   * A stored sector fails its check (GCM)            INTEGRITY_ERROR       DATA_LOSS            Restore the data.
   */
  readStream(argument: _envol_v1_ReadStreamRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_envol_v1_ReadStreamResponse__Output>;
  readStream(argument: _envol_v1_ReadStreamRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_envol_v1_ReadStreamResponse__Output>;
  
  /**
   * Writes up to 4,128,768 bytes. A sector is always wholly old or wholly new, also after a crash.
   * 
   * Condition                                       Reason                gRPC code            What to do
   * volume_id is absent                             MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id                    VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                  VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                      VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                      INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its                 ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * data is empty                                   INVALID_ARGUMENT      INVALID_ARGUMENT     Give at least 1 byte.
   * data is above 4,128,768 bytes                   REQUEST_TOO_LARGE     INVALID_ARGUMENT     Split it, or use a stream.
   * offset_bytes is no whole number                 INVALID_ARGUMENT      INVALID_ARGUMENT     Correct it.
   * The range ends past the volume                  OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   * The attachment is read-only                     READ_ONLY             FAILED_PRECONDITION  Attach without read_only.
   * The KMS key is unusable                         KEY_REVOKED           FAILED_PRECONDITION  Enable the key; nothing else.
   * A sector written in part fails its check (GCM)  INTEGRITY_ERROR       DATA_LOSS            Write whole sectors over it.
   * The disk has no room                            STORE_FULL            RESOURCE_EXHAUSTED   Free some space.
   */
  Write(argument: _envol_v1_WriteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  Write(argument: _envol_v1_WriteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  Write(argument: _envol_v1_WriteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  Write(argument: _envol_v1_WriteRequest, callback: grpc.requestCallback<_envol_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Writes up to 4,128,768 bytes. A sector is always wholly old or wholly new, also after a crash.
   * 
   * Condition                                       Reason                gRPC code            What to do
   * volume_id is absent                             MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id                    VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                  VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                      VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                      INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its                 ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * data is empty                                   INVALID_ARGUMENT      INVALID_ARGUMENT     Give at least 1 byte.
   * data is above 4,128,768 bytes                   REQUEST_TOO_LARGE     INVALID_ARGUMENT     Split it, or use a stream.
   * offset_bytes is no whole number                 INVALID_ARGUMENT      INVALID_ARGUMENT     Correct it.
   * The range ends past the volume                  OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   * The attachment is read-only                     READ_ONLY             FAILED_PRECONDITION  Attach without read_only.
   * The KMS key is unusable                         KEY_REVOKED           FAILED_PRECONDITION  Enable the key; nothing else.
   * A sector written in part fails its check (GCM)  INTEGRITY_ERROR       DATA_LOSS            Write whole sectors over it.
   * The disk has no room                            STORE_FULL            RESOURCE_EXHAUSTED   Free some space.
   */
  write(argument: _envol_v1_WriteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  write(argument: _envol_v1_WriteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  write(argument: _envol_v1_WriteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  write(argument: _envol_v1_WriteRequest, callback: grpc.requestCallback<_envol_v1_WriteResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Writes any amount of data, as chunks of up to 1 MiB each; where chunks overlap, the later one wins. The text of an error
   * says how many bytes had been written when it happened; they stay written.
   * 
   * Condition                                     Reason                gRPC code            What to do
   * volume_id is not a volume id                  VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                    VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                    INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its               ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * There is no message, or it has no volume_id   MISSING_ARGUMENT      INVALID_ARGUMENT     Name the volume first.
   * A later message names a volume or attachment  INVALID_ARGUMENT      INVALID_ARGUMENT     Name them in the first only.
   * A chunk is above 1 MiB                        REQUEST_TOO_LARGE     INVALID_ARGUMENT     Split it.
   * offset_bytes is no whole number               INVALID_ARGUMENT      INVALID_ARGUMENT     Correct it.
   * A chunk ends past the volume                  OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   * The attachment is read-only                   READ_ONLY             FAILED_PRECONDITION  Attach without read_only.
   * The KMS key is unusable                       KEY_REVOKED           FAILED_PRECONDITION  Enable the key; nothing else.
   * The disk has no room                          STORE_FULL            RESOURCE_EXHAUSTED   Free some space.
   */
  WriteStream(metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteStreamResponse__Output>): grpc.ClientWritableStream<_envol_v1_WriteStreamRequest>;
  WriteStream(metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_WriteStreamResponse__Output>): grpc.ClientWritableStream<_envol_v1_WriteStreamRequest>;
  WriteStream(options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteStreamResponse__Output>): grpc.ClientWritableStream<_envol_v1_WriteStreamRequest>;
  WriteStream(callback: grpc.requestCallback<_envol_v1_WriteStreamResponse__Output>): grpc.ClientWritableStream<_envol_v1_WriteStreamRequest>;
  /**
   * Writes any amount of data, as chunks of up to 1 MiB each; where chunks overlap, the later one wins. The text of an error
   * says how many bytes had been written when it happened; they stay written.
   * 
   * Condition                                     Reason                gRPC code            What to do
   * volume_id is not a volume id                  VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                    VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                    INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its               ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * There is no message, or it has no volume_id   MISSING_ARGUMENT      INVALID_ARGUMENT     Name the volume first.
   * A later message names a volume or attachment  INVALID_ARGUMENT      INVALID_ARGUMENT     Name them in the first only.
   * A chunk is above 1 MiB                        REQUEST_TOO_LARGE     INVALID_ARGUMENT     Split it.
   * offset_bytes is no whole number               INVALID_ARGUMENT      INVALID_ARGUMENT     Correct it.
   * A chunk ends past the volume                  OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   * The attachment is read-only                   READ_ONLY             FAILED_PRECONDITION  Attach without read_only.
   * The KMS key is unusable                       KEY_REVOKED           FAILED_PRECONDITION  Enable the key; nothing else.
   * The disk has no room                          STORE_FULL            RESOURCE_EXHAUSTED   Free some space.
   */
  writeStream(metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteStreamResponse__Output>): grpc.ClientWritableStream<_envol_v1_WriteStreamRequest>;
  writeStream(metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_WriteStreamResponse__Output>): grpc.ClientWritableStream<_envol_v1_WriteStreamRequest>;
  writeStream(options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteStreamResponse__Output>): grpc.ClientWritableStream<_envol_v1_WriteStreamRequest>;
  writeStream(callback: grpc.requestCallback<_envol_v1_WriteStreamResponse__Output>): grpc.ClientWritableStream<_envol_v1_WriteStreamRequest>;
  
  /**
   * Makes a range read as zeroes, with or without keeping its space.
   * 
   * Condition                                        Reason                gRPC code            What to do
   * volume_id is absent                              MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id                     VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                   VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                       VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                       INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its                  ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * length_bytes is absent                           INVALID_ARGUMENT      INVALID_ARGUMENT     Give at least 1.
   * offset_bytes or length_bytes is no whole number  INVALID_ARGUMENT      INVALID_ARGUMENT     Correct the field named.
   * The range ends past the volume                   OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   * The attachment is read-only                      READ_ONLY             FAILED_PRECONDITION  Attach without read_only.
   * The KMS key is unusable                          KEY_REVOKED           FAILED_PRECONDITION  Enable the key; nothing else.
   * The disk has no room                             STORE_FULL            RESOURCE_EXHAUSTED   Free some space.
   */
  WriteZeroes(argument: _envol_v1_WriteZeroesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteZeroesResponse__Output>): grpc.ClientUnaryCall;
  WriteZeroes(argument: _envol_v1_WriteZeroesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_WriteZeroesResponse__Output>): grpc.ClientUnaryCall;
  WriteZeroes(argument: _envol_v1_WriteZeroesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteZeroesResponse__Output>): grpc.ClientUnaryCall;
  WriteZeroes(argument: _envol_v1_WriteZeroesRequest, callback: grpc.requestCallback<_envol_v1_WriteZeroesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a range read as zeroes, with or without keeping its space.
   * 
   * Condition                                        Reason                gRPC code            What to do
   * volume_id is absent                              MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id                     VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                   VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                       VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                       INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its                  ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * length_bytes is absent                           INVALID_ARGUMENT      INVALID_ARGUMENT     Give at least 1.
   * offset_bytes or length_bytes is no whole number  INVALID_ARGUMENT      INVALID_ARGUMENT     Correct the field named.
   * The range ends past the volume                   OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   * The attachment is read-only                      READ_ONLY             FAILED_PRECONDITION  Attach without read_only.
   * The KMS key is unusable                          KEY_REVOKED           FAILED_PRECONDITION  Enable the key; nothing else.
   * The disk has no room                             STORE_FULL            RESOURCE_EXHAUSTED   Free some space.
   */
  writeZeroes(argument: _envol_v1_WriteZeroesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteZeroesResponse__Output>): grpc.ClientUnaryCall;
  writeZeroes(argument: _envol_v1_WriteZeroesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_WriteZeroesResponse__Output>): grpc.ClientUnaryCall;
  writeZeroes(argument: _envol_v1_WriteZeroesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_WriteZeroesResponse__Output>): grpc.ClientUnaryCall;
  writeZeroes(argument: _envol_v1_WriteZeroesRequest, callback: grpc.requestCallback<_envol_v1_WriteZeroesResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * The data plane: bytes of attached volumes. Offsets and lengths are bytes, of any alignment.
 * 
 * volume_id is vol- and 17 hexadecimal digits, and required. attachment_id may be empty: then the volume's oldest
 * attachment serves. How refusals look, and which ones any call may give, is said at VolumeService.
 */
export interface BlockServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Frees a range: it reads as zeroes from then on, and takes no space.
   * 
   * Condition                                        Reason                gRPC code            What to do
   * volume_id is absent                              MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id                     VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                   VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                       VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                       INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its                  ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * length_bytes is absent                           INVALID_ARGUMENT      INVALID_ARGUMENT     Give at least 1.
   * offset_bytes or length_bytes is no whole number  INVALID_ARGUMENT      INVALID_ARGUMENT     Correct the field named.
   * The range ends past the volume                   OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   * The attachment is read-only                      READ_ONLY             FAILED_PRECONDITION  Attach without read_only.
   * The KMS key is unusable                          KEY_REVOKED           FAILED_PRECONDITION  Enable the key; nothing else.
   * The disk has no room                             STORE_FULL            RESOURCE_EXHAUSTED   Free some space.
   */
  Discard: grpc.handleUnaryCall<_envol_v1_DiscardRequest__Output, _envol_v1_DiscardResponse>;
  
  /**
   * Answers when every write that was answered before is on the disk.
   * 
   * Condition                        Reason                gRPC code            What to do
   * volume_id is absent              MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id     VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                   VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached       VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed       INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its  ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * The disk has no room             STORE_FULL            RESOURCE_EXHAUSTED   Free some space.
   */
  Flush: grpc.handleUnaryCall<_envol_v1_FlushRequest__Output, _envol_v1_FlushResponse>;
  
  /**
   * Tells which parts of a range are written. It needs no key, and reads no data.
   * 
   * Condition                                        Reason                gRPC code            What to do
   * volume_id is absent                              MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id                     VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                   VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                       VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                       INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its                  ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * offset_bytes or length_bytes is no whole number  INVALID_ARGUMENT      INVALID_ARGUMENT     Correct the field named.
   * The range ends past the volume                   OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   */
  GetAllocation: grpc.handleUnaryCall<_envol_v1_GetAllocationRequest__Output, _envol_v1_GetAllocationResponse>;
  
  /**
   * The fast way: any number of requests at a time, several in one message, answered in order of completion. A request that is
   * refused or fails is answered with an IoError, and the stream goes on; what ends the stream is in the first table. The
   * daemon reads on while at most 1024 requests and 64 MiB of payload are in flight and the client takes its answers. After
   * the client's half-close it answers what is left and ends with OK. Detach and revocation show in each answer.
   * 
   * Condition                                      Reason                gRPC code            What to do
   * volume_id is not a volume id                   VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                 VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                     VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                     INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its                ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * The first message has no volume_id             MISSING_ARGUMENT      INVALID_ARGUMENT     Name the volume first.
   * A later message names a volume or attachment   INVALID_ARGUMENT      INVALID_ARGUMENT     Name them in the first only.
   * A tag is in flight already, or not below 2^53  INVALID_ARGUMENT      INVALID_ARGUMENT     Use a fresh tag.
   * A request has no operation                     INVALID_ARGUMENT      INVALID_ARGUMENT     Set one.
   * 
   * What an answer may say:
   * 
   * Condition                                          Reason               gRPC code            What to do
   * length_bytes or data is above 4,128,768 bytes      REQUEST_TOO_LARGE    INVALID_ARGUMENT     Split it.
   * length_bytes is 0, or a number is no whole number  INVALID_ARGUMENT     INVALID_ARGUMENT     Correct the field named.
   * The range ends past the volume                     OUT_OF_RANGE         OUT_OF_RANGE         Stay within the size.
   * The volume was detached meanwhile                  VOLUME_NOT_ATTACHED  FAILED_PRECONDITION  Attach, and open a new stream.
   * The attachment is read-only                        READ_ONLY            FAILED_PRECONDITION  Attach without read_only.
   * The KMS key is unusable                            KEY_REVOKED          FAILED_PRECONDITION  Enable the key; nothing else.
   * Revoked or detached before the data was ready      UNAVAILABLE          UNAVAILABLE          Ask again to see which.
   * A stored sector fails its check (GCM)              INTEGRITY_ERROR      DATA_LOSS            Restore the data.
   * The disk has no room                               STORE_FULL           RESOURCE_EXHAUSTED   Free some space.
   */
  Io: grpc.handleBidiStreamingCall<_envol_v1_IoRequestBatch__Output, _envol_v1_IoResponseBatch>;
  
  /**
   * Shows one stored sector as it lies on the disk. It needs no key and no attachment: it shows ciphertext.
   * 
   * Condition                             Reason               gRPC code         What to do
   * volume_id is absent                   MISSING_ARGUMENT     INVALID_ARGUMENT  Give it.
   * volume_id is not a volume id          VOLUME_ID_MALFORMED  INVALID_ARGUMENT  Give vol- and 17 hex digits.
   * No such volume                        VOLUME_NOT_FOUND     NOT_FOUND         Describe the volumes.
   * sector is no whole number below 2^53  INVALID_ARGUMENT     INVALID_ARGUMENT  Correct it.
   * sector is past the end of the volume  OUT_OF_RANGE         OUT_OF_RANGE      Stay within the size.
   */
  PeekSector: grpc.handleUnaryCall<_envol_v1_PeekSectorRequest__Output, _envol_v1_PeekSectorResponse>;
  
  /**
   * Reads up to 4,128,768 bytes.
   * 
   * Condition                                        Reason                gRPC code            What to do
   * volume_id is absent                              MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id                     VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                   VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                       VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                       INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its                  ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * length_bytes is absent                           INVALID_ARGUMENT      INVALID_ARGUMENT     Give at least 1.
   * length_bytes is above 4,128,768                  REQUEST_TOO_LARGE     INVALID_ARGUMENT     Split it, or use a stream.
   * offset_bytes or length_bytes is no whole number  INVALID_ARGUMENT      INVALID_ARGUMENT     Correct the field named.
   * The range ends past the volume                   OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   * The KMS key is unusable                          KEY_REVOKED           FAILED_PRECONDITION  Enable the key; nothing else.
   * Revoked or detached before the data was ready    UNAVAILABLE           UNAVAILABLE          Ask again to see which.
   * A stored sector fails its check (GCM)            INTEGRITY_ERROR       DATA_LOSS            Restore the data.
   */
  Read: grpc.handleUnaryCall<_envol_v1_ReadRequest__Output, _envol_v1_ReadResponse>;
  
  /**
   * Reads a range of any length, as chunks of up to 1 MiB in ascending order. An error ends the stream; the chunks before it
   * are good. A client that takes no data holds up nobody else; if the key is revoked or the volume detached meanwhile,
   * its call is cut off and ends with CANCELLED.
   * 
   * Condition                                        Reason                gRPC code            What to do
   * volume_id is absent                              MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id                     VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                   VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                       VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                       INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its                  ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * offset_bytes or length_bytes is no whole number  INVALID_ARGUMENT      INVALID_ARGUMENT     Correct the field named.
   * The range ends past the volume                   OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   * The KMS key is unusable                          KEY_REVOKED           FAILED_PRECONDITION  Enable the key; nothing else.
   * Revoked or detached before the data was ready    UNAVAILABLE           UNAVAILABLE          Ask again to see which.
   * A stored sector fails its check (GCM)            INTEGRITY_ERROR       DATA_LOSS            Restore the data.
   */
  ReadStream: grpc.handleServerStreamingCall<_envol_v1_ReadStreamRequest__Output, _envol_v1_ReadStreamResponse>;
  
  /**
   * Writes up to 4,128,768 bytes. A sector is always wholly old or wholly new, also after a crash.
   * 
   * Condition                                       Reason                gRPC code            What to do
   * volume_id is absent                             MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id                    VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                  VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                      VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                      INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its                 ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * data is empty                                   INVALID_ARGUMENT      INVALID_ARGUMENT     Give at least 1 byte.
   * data is above 4,128,768 bytes                   REQUEST_TOO_LARGE     INVALID_ARGUMENT     Split it, or use a stream.
   * offset_bytes is no whole number                 INVALID_ARGUMENT      INVALID_ARGUMENT     Correct it.
   * The range ends past the volume                  OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   * The attachment is read-only                     READ_ONLY             FAILED_PRECONDITION  Attach without read_only.
   * The KMS key is unusable                         KEY_REVOKED           FAILED_PRECONDITION  Enable the key; nothing else.
   * A sector written in part fails its check (GCM)  INTEGRITY_ERROR       DATA_LOSS            Write whole sectors over it.
   * The disk has no room                            STORE_FULL            RESOURCE_EXHAUSTED   Free some space.
   */
  Write: grpc.handleUnaryCall<_envol_v1_WriteRequest__Output, _envol_v1_WriteResponse>;
  
  /**
   * Writes any amount of data, as chunks of up to 1 MiB each; where chunks overlap, the later one wins. The text of an error
   * says how many bytes had been written when it happened; they stay written.
   * 
   * Condition                                     Reason                gRPC code            What to do
   * volume_id is not a volume id                  VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                    VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                    INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its               ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * There is no message, or it has no volume_id   MISSING_ARGUMENT      INVALID_ARGUMENT     Name the volume first.
   * A later message names a volume or attachment  INVALID_ARGUMENT      INVALID_ARGUMENT     Name them in the first only.
   * A chunk is above 1 MiB                        REQUEST_TOO_LARGE     INVALID_ARGUMENT     Split it.
   * offset_bytes is no whole number               INVALID_ARGUMENT      INVALID_ARGUMENT     Correct it.
   * A chunk ends past the volume                  OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   * The attachment is read-only                   READ_ONLY             FAILED_PRECONDITION  Attach without read_only.
   * The KMS key is unusable                       KEY_REVOKED           FAILED_PRECONDITION  Enable the key; nothing else.
   * The disk has no room                          STORE_FULL            RESOURCE_EXHAUSTED   Free some space.
   */
  WriteStream: grpc.handleClientStreamingCall<_envol_v1_WriteStreamRequest__Output, _envol_v1_WriteStreamResponse>;
  
  /**
   * Makes a range read as zeroes, with or without keeping its space.
   * 
   * Condition                                        Reason                gRPC code            What to do
   * volume_id is absent                              MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id                     VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                   VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached                       VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Attach it first.
   * attachment_id is malformed                       INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * attachment_id is not one of its                  ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * length_bytes is absent                           INVALID_ARGUMENT      INVALID_ARGUMENT     Give at least 1.
   * offset_bytes or length_bytes is no whole number  INVALID_ARGUMENT      INVALID_ARGUMENT     Correct the field named.
   * The range ends past the volume                   OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   * The attachment is read-only                      READ_ONLY             FAILED_PRECONDITION  Attach without read_only.
   * The KMS key is unusable                          KEY_REVOKED           FAILED_PRECONDITION  Enable the key; nothing else.
   * The disk has no room                             STORE_FULL            RESOURCE_EXHAUSTED   Free some space.
   */
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
