/** The services that have an AWS managed key, by the alias of that key. */

interface ManagedService {
  /** What the key protects, as DescribeKey's description says in AWS. */
  readonly things: string;
  /** The service's name in its key's policy. */
  readonly name: string;
  /** The service's host, before `.REGION.amazonaws.com`. */
  readonly host: string;
}

export const EBS_ALIAS = "alias/aws/ebs";

export const MANAGED_SERVICES: ReadonlyMap<string, ManagedService> = new Map([
  [EBS_ALIAS, { things: "EBS volumes", name: "EBS", host: "ec2" }],
  ["alias/aws/s3", { things: "S3 objects", name: "S3", host: "s3" }],
  ["alias/aws/rds", { things: "RDS database volumes", name: "RDS", host: "rds" }],
  ["alias/aws/redshift", { things: "Redshift clusters", name: "Redshift", host: "redshift" }],
  ["alias/aws/dynamodb", { things: "DynamoDB tables", name: "DynamoDB", host: "dynamodb" }],
  ["alias/aws/lambda", { things: "Lambda functions", name: "Lambda", host: "lambda" }],
  ["alias/aws/ssm", { things: "SSM parameters", name: "SSM", host: "ssm" }],
  [
    "alias/aws/secretsmanager",
    { things: "Secrets Manager secrets", name: "AWS Secrets Manager", host: "secretsmanager" },
  ],
  ["alias/aws/sns", { things: "SNS topics", name: "SNS", host: "sns" }],
  ["alias/aws/sqs", { things: "SQS queues", name: "SQS", host: "sqs" }],
  ["alias/aws/kinesis", { things: "Kinesis streams", name: "Kinesis", host: "kinesis" }],
  ["alias/aws/backup", { things: "Backup vaults", name: "Backup", host: "backup" }],
  ["alias/aws/elasticfilesystem", { things: "EFS filesystems", name: "EFS", host: "elasticfilesystem" }],
]);

/** By which a managed key is known too. */
export function managedDescription({ things }: ManagedService): string {
  return `Default key that protects my ${things} when no other key is defined`;
}

/** The policy of a service's managed key, as the KMS developer guide shows it for EBS ("AWS managed keys"). */
export function managedPolicy(description: string, kms: { region: string; accountId: string }): string {
  const [alias, service] = [...MANAGED_SERVICES].find(([, one]) => managedDescription(one) === description) ?? [];
  const through = service && {
    Sid: `Allow access through ${service.name} for all principals in the account that are authorized to use ${service.name}`,
    Effect: "Allow",
    Principal: { AWS: "*" },
    Action: [
      ...["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:CreateGrant"],
      "kms:DescribeKey",
    ],
    Resource: "*",
    Condition: {
      StringEquals: {
        "kms:CallerAccount": kms.accountId,
        "kms:ViaService": `${service.host}.${kms.region}.amazonaws.com`,
      },
    },
  };
  const direct = {
    Sid: "Allow direct access to key metadata to the account",
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${kms.accountId}:root` },
    Action: ["kms:Describe*", "kms:Get*", "kms:List*", "kms:RevokeGrant"],
    Resource: "*",
  };
  const Id = `auto-${alias?.replace("alias/aws/", "") ?? "service"}-2`;
  return JSON.stringify(
    { Version: "2012-10-17", Id, Statement: through === undefined ? [direct] : [through, direct] },
    null,
    2,
  );
}
