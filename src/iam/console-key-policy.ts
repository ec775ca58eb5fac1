/** The key policy that AWS's console writes when a key is made there: KMS developer guide, "Default key policy". */

/** Each of these is an IAM user's or role's ARN, or an account's. */
interface ConsoleKeyPolicyParts {
  readonly accountId: string;
  /** They manage the key, and cannot use it. */
  readonly administrators: readonly string[];
  /** They use the key, and let AWS services use it for them. */
  readonly users: readonly string[];
}

/** KMS developer guide, "Allows key administrators to administer the KMS key". */
const ADMINISTRATION = [
  ...["kms:Create*", "kms:Describe*", "kms:Enable*", "kms:List*", "kms:Put*", "kms:Update*", "kms:Revoke*"],
  ...["kms:Disable*", "kms:Get*", "kms:Delete*", "kms:TagResource", "kms:UntagResource", "kms:ScheduleKeyDeletion"],
  ...["kms:CancelKeyDeletion", "kms:RotateKeyOnDemand"],
];
/** The same, "Allows key users to use a KMS key for cryptographic operations": of a symmetric encryption key. */
const USE = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];
/** The same, "Allows key users to use the KMS key with AWS services". */
const ATTACHMENT = ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"];

/**
 * The policy as JSON. The account comes first, so that its IAM policies can give access too; a list that is empty has no
 * statement.
 */
export function consoleKeyPolicy({ accountId, administrators, users }: ConsoleKeyPolicyParts): string {
  const statements = [
    allow("Enable IAM User Permissions", [`arn:aws:iam::${accountId}:root`], ["kms:*"]),
    allow("Allow access for Key Administrators", administrators, ADMINISTRATION),
    allow("Allow use of the key", users, USE),
    allow("Allow attachment of persistent resources", users, ATTACHMENT, {
      Bool: { "kms:GrantIsForAWSResource": "true" },
    }),
  ];
  const Statement = statements.filter(({ Principal }) => Principal.AWS.length > 0);
  return JSON.stringify({ Version: "2012-10-17", Id: "key-consolepolicy-3", Statement }, null, 2);
}

function allow(Sid: string, principals: readonly string[], actions: readonly string[], Condition?: object) {
  return {
    Sid,
    Effect: "Allow",
    Principal: { AWS: oneOrAll(principals) },
    Action: oneOrAll(actions),
    Resource: "*",
    ...(Condition === undefined ? {} : { Condition }),
  };
}

/** A list of one is written as that one, as the console writes it. */
function oneOrAll(texts: readonly string[]): string | readonly string[] {
  const [only] = texts;
  return texts.length === 1 && only !== undefined ? only : texts;
}
