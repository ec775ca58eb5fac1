// Original file: proto/envol/v1/volume_service.proto


export interface AttachVolumeRequest {
  /**
   * vol- and 17 hexadecimal digits. Required.
   */
  'volumeId'?: (string);
  /**
   * i- and 17 hexadecimal digits; an instance that the daemon makes up when empty.
   */
  'instanceId'?: (string);
  /**
   * A device name such as /dev/sdf; the first free one of /dev/sdf to /dev/sdp when empty.
   */
  'device'?: (string);
  /**
   * Refuses writes through this attachment. Default: no.
   */
  'readOnly'?: (boolean);
}

export interface AttachVolumeRequest__Output {
  /**
   * vol- and 17 hexadecimal digits. Required.
   */
  'volumeId': (string);
  /**
   * i- and 17 hexadecimal digits; an instance that the daemon makes up when empty.
   */
  'instanceId': (string);
  /**
   * A device name such as /dev/sdf; the first free one of /dev/sdf to /dev/sdp when empty.
   */
  'device': (string);
  /**
   * Refuses writes through this attachment. Default: no.
   */
  'readOnly': (boolean);
}
