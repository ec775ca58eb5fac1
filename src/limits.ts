/** Every limit, each with its unit in its name and its source beside it. */

const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

export const LIMITS = {
  /** One GiB, the unit in which EBS sizes volumes. */
  gibBytes: GIB,
  /** Largest volume: 64 TiB (EBS User Guide, "Constraints on the size and configuration of an EBS volume"). */
  volumeSizeGibMax: 65_536,
  /** Sector sizes on offer: the crypto unit. EBS advertises 512-byte logical blocks; 4096 is dm-crypt's larger choice. */
  sectorSizesBytes: [512, 4096] as const,
  sectorSizeBytesDefault: 4096,
  /** Volumes in one daemon. EBS has no such quota by number (it is by TiB); this one bounds the daemon's memory. */
  volumesMax: 100_000,
  /** Attachments of a multi-attach volume (EBS User Guide, "Multi-Attach limitations"). */
  attachmentsMax: 16,
  /** Tags on a volume or a key (AWS General Reference, "Tag naming limits"). */
  tagsMax: 50,
  tagKeyLengthMax: 128,
  tagValueLengthMax: 256,
  /** EC2 API, "Ensuring idempotency": a client token is at most 64 ASCII characters. */
  clientTokenLengthMax: 64,
  /** DescribeVolumes: MaxResults 5 to 500 on EC2; any positive number up to 500 here. */
  describePageMax: 500,
  describeFiltersMax: 50,
  describeFilterValuesMax: 200,
  volumeIdsPerRequestMax: 500,

  /** One request on the BlockDevice seam moves at most this much; the NBD document's recommended maximum payload. */
  requestBytesMax: 32 * MIB,
  /** A unary gRPC Read or Write moves at most this much, so that a message stays under gRPC's 4 MiB default. */
  unaryBytesMax: 4 * MIB - 64 * KIB,
  /** Bulk gRPC streams carry chunks of at most this much. */
  streamChunkBytes: MIB,
  /** Largest gRPC message that the daemon takes. */
  grpcMessageBytesMax: 8 * MIB,
  /** Requests that one Io stream may have in flight before the daemon stops reading from it. */
  ioRequestsInFlightMax: 1024,
  /** Payload bytes that one Io stream may have in flight before the daemon stops reading from it. */
  ioBytesInFlightMax: 64 * MIB,
  /** Requests that one NBD connection may have in flight before the daemon stops reading from it. */
  nbdRequestsInFlightMax: 512,
  /** Payload bytes of reads and writes that one NBD connection may have in flight; one request alone is always let in. */
  nbdBytesInFlightMax: 64 * MIB,
  /** Data of one NBD option: more than an export name and some metadata queries need. */
  nbdOptionBytesMax: 64 * KIB,
  /** Options that one NBD connection may send before it settles on an export. */
  nbdOptionsMax: 1024,
  /**
   * NBD clients at a time, over all volumes: a few connections to each of some hundred. Whoever reaches the address takes
   * a descriptor, without knowing an export's name; whoever knows one may have nbdBytesInFlightMax in memory as well.
   */
  nbdConnectionsMax: 1024,
  /**
   * From an NBD client's connection to its transmission phase, TLS included. What takes longer has stalled and would keep
   * others out; QEMU's NBD server gives a client as long, since CVE-2024-7409.
   */
  nbdNegotiationTimeoutMs: 10_000,
  /** After each answer, the next request is looked for this long before the thread may sleep. */
  nbdBusyPollMs: 0.1,
  /**
   * Body of one request to the AWS endpoint. The largest that the KMS API's model allows is a key policy of 131,072
   * characters, each of which JSON may write as six; with it, everything else in the request still fits.
   */
  awsBodyBytesMax: MIB,
  /** Headers of one request to the AWS endpoint: a signature is under 1 KiB, a session token a few. */
  awsHeaderBytesMax: 16 * KIB,
  /** Clients of the AWS endpoint at a time. An AWS SDK keeps up to 50 connections open. */
  awsConnectionsMax: 1024,
  /** From the first byte of a request to its last: what takes longer has stalled, and would keep others out. */
  awsHeadersTimeoutMs: 10_000,
  awsRequestTimeoutMs: 30_000,
  /** A connection without a request is closed after this long. Longer than an SDK's pool keeps one, so that it closes first. */
  awsKeepAliveTimeoutMs: 75_000,

  /** Extents in one allocation answer; more come with the next call. */
  extentsPerAnswerMax: 4096,

  /** Sealed and open records that may wait in memory for their commit; past it, writes wait. */
  uncommittedBytesMax: 64 * MIB,
  /** While nobody waits for a commit, records gather for one until they are so many bytes, or for so long. */
  commitBytesMin: 4 * MIB,
  commitGatherMs: 20,
  /** Index pages kept in memory, over all volumes. A page of 4,080 bytes maps 510 sectors, so 64 MiB map 33 GiB of 4 KiB sectors. */
  pageCacheBytesMax: 64 * MIB,
  /** An open record is sealed and committed at the latest this long after its first slot was written. */
  commitDelayMs: 1000,
  /** A checkpoint is due after this many bytes of records: it bounds how much of the log a restart replays. */
  checkpointBytes: 256 * MIB,

  /** After a revocation or a detach has refused new I/O, what still holds plaintext is cut off after this long. */
  drainTimeoutMs: 2000,
  /** A front door that has been cut off has this long to drop the plaintext that it holds. */
  cutOffTimeoutMs: 250,
  /** A stopping daemon gives requests in flight this long before it closes their connections. */
  shutdownTimeoutMs: 5000,

  /** KMS API: Plaintext of Encrypt, CiphertextBlob of Decrypt. */
  kmsPlaintextBytesMax: 4096,
  kmsCiphertextBytesMax: 6144,
  /** KMS API, GenerateDataKey: NumberOfBytes. */
  kmsDataKeyBytesMax: 1024,
  /** An EBS data key: 64 bytes, as CloudTrail records of CreateVolume show (NumberOfBytes). AES-256-XTS takes all of them. */
  dataKeyBytes: 64,
  /** KMS API, ScheduleKeyDeletion. */
  kmsPendingWindowDaysMin: 7,
  kmsPendingWindowDaysMax: 30,
  kmsPendingWindowDaysDefault: 30,
  /** KMS developer guide, "Resource quotas". */
  kmsKeysMax: 100_000,
  kmsAliasesPerKeyMax: 50,
  kmsGrantsPerKeyMax: 50_000,
  kmsAliasNameLengthMax: 256,
  kmsDescriptionLengthMax: 8192,
  /** KMS API: the largest Limit of ListKeys, and of other lists; of ListAliases. */
  kmsListKeysMax: 1000,
  kmsListAliasesMax: 100,
  kmsGrantTokensMax: 10,
  /** KMS developer guide, "Grant constraints": at most 8 pairs, 384 characters in all. */
  kmsGrantConstraintPairsMax: 8,
  kmsGrantConstraintLengthMax: 384,
  /** KMS API: Limit of ListGrants, default 50 and largest 100. */
  kmsListGrantsMax: 100,
  /** KMS API, the models of KeyId, Marker, PrincipalId, GrantId and grant Name. */
  kmsKeyIdLengthMax: 2048,
  kmsMarkerLengthMax: 1024,
  kmsPrincipalLengthMax: 256,
  kmsGrantIdLengthMax: 128,
  kmsGrantNameLengthMax: 256,

  /** KMS API, EnableKeyRotation: RotationPeriodInDays. */
  kmsRotationPeriodDaysMin: 90,
  kmsRotationPeriodDaysMax: 2560,
  kmsRotationPeriodDaysDefault: 365,
  /** KMS API, RotateKeyOnDemand: "a maximum of 25 times per KMS key". */
  kmsOnDemandRotationsMax: 25,
  /** KMS developer guide, "Resource quotas": a key policy document is at most 32 KB. The API's model would take 131,072. */
  kmsPolicyLengthMax: 32_768,
  /** KMS API, the models of GrantToken and CustomKeyStoreId. */
  kmsGrantTokenLengthMax: 8192,
  kmsCustomKeyStoreIdLengthMax: 64,
  /** KMS API: Message of Sign, Verify, GenerateMac and VerifyMac; Signature and Mac; PublicKey. */
  kmsMessageBytesMax: 4096,
  kmsSignatureBytesMax: 6144,
  kmsPublicKeyBytesMax: 8192,
  /** KMS API, GetParametersForImport: "valid for 24 hours"; ImportKeyMaterial: ValidTo at most 365 days from the request. */
  kmsImportTokenLifeHours: 24,
  kmsImportedMaterialLifeDaysMax: 365,
  kmsMaterialDescriptionLengthMax: 256,

  /** IAM user guide, "IAM and AWS STS quotas": names of users, roles and inline policies; inline policies in all. */
  iamNameLengthMax: 64,
  iamPolicyNameLengthMax: 128,
  iamUserPoliciesLengthMax: 2048,
  iamRolePoliciesLengthMax: 10_240,
  iamAccessKeysMax: 2,
  /** Principals in one daemon, which holds them in memory. IAM has 5,000 users and 1,000 roles in an account. */
  iamPrincipalsMax: 10_000,
  /**
   * Volumes under AWS KMS: how often a key in use is looked at (DescribeKey has 2,000 requests a second, KMS developer
   * guide, "Request quotas"), and how long a call to the KMS may take.
   */
  awsKmsPollIntervalMs: 5000,
  awsKmsRequestTimeoutMs: 3000,
  /** Attempts of one call, the first included: what the AWS SDKs make by default (AWS SDKs reference guide, "Retry behavior"). */
  awsKmsAttemptsMax: 3,
  /** After so many calls in a row without an answer, calls are refused at once, for so long. */
  awsKmsFailuresMax: 3,
  awsKmsPauseMs: 2000,
  /** Records of KMS calls kept in the store, as many days as CloudTrail's event history has; whichever is reached first. */
  auditRecordsMax: 100_000,
  auditBytesMax: 256 * MIB,
  auditAgeDaysMax: 90,
  /** Records are written together, at the latest so long after the first, or when there are so many. */
  auditWriteDelayMs: 250,
  auditWriteRecordsMin: 500,
  /** One write has at most so many: to encode them takes some 20 ms, in which no call runs. */
  auditWriteRecordsMax: 4000,
  /** Records that may wait in memory for a store that is slow or full; past it, the oldest of them are lost. */
  auditWaitingRecordsMax: 20_000,
  auditWaitingBytesMax: 32 * MIB,
  /** CloudTrail API, LookupEvents: MaxResults. */
  auditLookupMax: 50,
  /** A page of records over gRPC has at most so many, of at most so many bytes: some are as long as a key policy. */
  auditPageMax: 1000,
  auditPageBytesMax: MIB,
  /** A lookup looks at so many records, some 50 ms of work, and goes on in the next page: others get their turns in between. */
  auditScanMax: 10_000,
  /** Months of counts that the meter keeps, the present one included. */
  meterMonthsKept: 13,

  /** Events kept in memory, so that a watcher that starts late, or falls behind, can still read what it missed. */
  eventsKeptMax: 10_000,
} as const;
