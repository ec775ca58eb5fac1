// Original file: proto/envol/v1/event_service.proto


export interface GetUsageRequest {
  /**
   * YYYY-MM, in UTC; the present month when empty.
   */
  'month'?: (string);
  /**
   * Takes the requests that AWS gives for free each month off the total.
   */
  'subtractFreeTier'?: (boolean);
}

export interface GetUsageRequest__Output {
  /**
   * YYYY-MM, in UTC; the present month when empty.
   */
  'month': (string);
  /**
   * Takes the requests that AWS gives for free each month off the total.
   */
  'subtractFreeTier': (boolean);
}
