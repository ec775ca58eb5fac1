/** What travels: every member of every operation has the name and the type that AWS's own model gives it. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Envol, startEnvol } from "#envol/kit/start-envol.ts";
import type { FieldRule, FieldRules } from "#envol/kms/embedded/fields.ts";
import { OPERATION_NAMES, type OperationName } from "#envol/kms/embedded/operation-names.ts";
import { OPERATIONS } from "#envol/kms/embedded/operations/registry.ts";
import { decodeFields, encodeMembers, requestMember } from "#envol/serve/aws/json.ts";
import { runs } from "../needs.ts";
import { type Json, PYTHON, post, wire } from "./clients.ts";
import { botocoreModel, faultsOf, type Model, pathsOf, SDK_MODEL, type Shape } from "./model.ts";
import { ALWAYS_REFUSED, SCENARIOS, stageOf } from "./scenarios.ts";

/** The newest botocore that there is: that of the first python3 of PATH, or Debian's. */
const botocore = ["python3", PYTHON].find((python) => runs(python, "-c", "import botocore.session"));
const MODELS: readonly (readonly [string, Model])[] = [
  ["the AWS SDK for JavaScript", SDK_MODEL],
  ...(botocore === undefined ? [] : [["botocore", botocoreModel(botocore)] as const]),
];

/** Members that the model has and Envol has not. Requests that have them are taken without them, unless it says so. */
const NOT_SERVED: readonly (readonly [RegExp, why: string])[] = [
  [/^\w+CustomKeyStores?\./, "custom key stores are refused before their members are looked at"],
  [/\.Recipient$|\.Recipient\.|\.CiphertextForRecipient$/, "Nitro enclaves: refused, see below"],
  [/ServicePrincipal$|\.SourceArn$/, "grants to AWS services are newer than what is served"],
];
const isServed = (path: string) => !NOT_SERVED.some(([pattern]) => pattern.test(path));

/** As the model would have it, from a field's rule. */
function shapeOfRule(rule: FieldRule): Shape {
  switch (rule.type) {
    case "text":
      return { type: "string" };
    case "integer":
      return { type: "number" };
    case "map":
      return { type: "map", value: { type: "string" } };
    case "list":
      return { type: "list", value: shapeOfRule(rule.member) };
    case "structure":
      return structureOf(rule.members);
    default:
      return { type: rule.type };
  }
}

function structureOf(fields: FieldRules): Shape & { type: "structure" } {
  const members = Object.entries(fields).map(([name, rule]) => [requestMember(name, rule), shapeOfRule(rule)]);
  return { type: "structure", members: Object.fromEntries(members) };
}

/** The paths of a shape with the types that lie there. */
function typesOf(shape: Shape, path: string): [string, string][] {
  if (shape.type === "list" || shape.type === "map") {
    return [[path, shape.type], ...typesOf(shape.value, `${path}[]`)];
  }
  if (shape.type !== "structure") return [[path, shape.type]];
  return [
    [path, shape.type],
    ...Object.entries(shape.members).flatMap(([name, member]) => typesOf(member, `${path}.${name}`)),
  ];
}

describe.each(MODELS)("requests, by the model of %s", (_name, model) => {
  test.each(OPERATION_NAMES.filter((name) => Object.hasOwn(model, name)))("%s", (name) => {
    const { fields } = OPERATIONS[name] as { fields: FieldRules };
    const modelled = typesOf(model[name]!.input, name).filter(([path]) => isServed(path));
    const known = new Map(typesOf(structureOf(fields), name));
    // An older botocore lacks members; the newest model lacks none.
    const expected = model === SDK_MODEL ? [...known] : modelled;
    const actual =
      model === SDK_MODEL ? modelled : [...known].filter(([path]) => modelled.some(([other]) => other === path));
    expect(actual.toSorted()).toEqual(expected.toSorted());
  });
});

describe("responses", () => {
  let envol: Envol;
  const answered: [OperationName, Json][] = [];
  beforeAll(async () => {
    envol = await startEnvol();
    const drive = wire(envol.awsEndpoint);
    const record = async (operation: string, input: Json) => {
      const outcome = await drive(operation, input);
      if ("output" in outcome) answered.push([operation as OperationName, outcome.output]);
      return outcome;
    };
    const operations = Object.fromEntries(
      Object.entries(SDK_MODEL).map(([name, { input }]) => [name, Object.keys(input.members)]),
    );
    for (const [operation, scenario] of Object.entries(SCENARIOS)) {
      await scenario(stageOf(operation, { operations, drive: record }, record));
    }
  }, 120_000);
  afterAll(() => envol.close());

  test.each(MODELS)("have the names and types of the model of %s", (_name, model) => {
    const faults = answered.flatMap(([operation, output]) =>
      Object.hasOwn(model, operation) ? faultsOf(model[operation]!.output, output, operation, new Set()) : [],
    );
    // Debian's botocore is years older than the answers.
    const isOld = !Object.hasOwn(model, "GetKeyLastUsage");
    expect(isOld ? faults.filter((fault) => !fault.endsWith("is not in the model")) : faults).toEqual([]);
  });

  /** Members of responses that no scenario sees, each with the reason. */
  const UNSEEN: readonly (readonly [RegExp, why: string])[] = [
    [/\.(CustomKeyStoreId|CloudHsmClusterId|XksKeyConfiguration(\.Id)?)$/, "custom key stores are not offered"],
    [/\.EncapsulationAlgorithms(\[\])?$/, "ML-KEM is not offered"],
    [/^GetKeyRotationStatus\.OnDemandRotationStartDate$/, "a rotation on demand is done when it is answered"],
    [/^ListKeyPolicies\.NextMarker$/, "a key has one policy"],
    [/^(CreateKey|ReplicateKey)\..*KeyMetadata\./, "the same structure as DescribeKey's, which is seen whole"],
  ];

  test("have each member that the model has, at least in one scenario", () => {
    const seen = new Set<string>();
    for (const [operation, output] of answered) faultsOf(SDK_MODEL[operation]!.output, output, operation, seen);
    const modelled = OPERATION_NAMES.filter((name) => !ALWAYS_REFUSED.has(name)).flatMap((name) =>
      pathsOf(SDK_MODEL[name]!.output, name),
    );
    const missing = modelled.filter(
      (path) => !seen.has(path) && isServed(path) && !UNSEEN.some(([pattern]) => pattern.test(path)),
    );
    expect(missing).toEqual([]);
  });

  test("without members have no body, as AWS's have not", async () => {
    const { KeyMetadata } = JSON.parse((await post(envol.awsEndpoint, "CreateKey", {})).text);
    const { status, text, headers } = await post(envol.awsEndpoint, "DisableKey", { KeyId: KeyMetadata.KeyId });
    expect({ status, text, length: headers.get("content-length") }).toEqual({ status: 200, text: "", length: "0" });
  });

  test("of refused requests with damaged bytes have no message, and nothing else", async () => {
    const drive = wire(envol.awsEndpoint);
    const refused = async (operation: string, input: Json) => (await post(envol.awsEndpoint, operation, input)).text;
    const blob = Buffer.alloc(200).toString("base64");
    expect(await refused("Decrypt", { CiphertextBlob: blob })).toBe('{"__type":"InvalidCiphertextException"}');
    const create = async (input: Json) => {
      const outcome = await drive("CreateKey", input);
      if ("error" in outcome) throw new Error(outcome.error.code);
      return (outcome.output["KeyMetadata"] as { KeyId: string }).KeyId;
    };
    const KeyId = await create({ KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" });
    const mac = { KeyId, Message: blob, Mac: blob, MacAlgorithm: "HMAC_SHA_256" };
    expect(await refused("VerifyMac", mac)).toBe('{"__type":"KMSInvalidMacException"}');
    const signer = await create({ KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" });
    const signature = { KeyId: signer, Message: blob, Signature: blob, SigningAlgorithm: "ECDSA_SHA_256" };
    expect(await refused("Verify", signature)).toBe('{"__type":"KMSInvalidSignatureException"}');
  });

  test("with a Recipient are refused: else plaintext would go where none was asked for", async () => {
    const Recipient = { KeyEncryptionAlgorithm: "RSAES_OAEP_SHA_256", AttestationDocument: "AAAA" };
    const { status, text } = await post(envol.awsEndpoint, "GenerateRandom", { NumberOfBytes: 8, Recipient });
    expect([status, JSON.parse(text)]).toEqual([
      400,
      { __type: "UnsupportedOperationException", message: "Recipient: Nitro enclaves are not offered." },
    ]);
  });
});

describe("a value of another type than the model's is a SerializationException that names the member", () => {
  const decode = (name: OperationName, json: Json) => decodeFields(OPERATIONS[name].fields, json);
  test.each<[OperationName, Json, string]>([
    ["DescribeKey", { KeyId: 1 }, "KeyId: expected a string."],
    ["DescribeKey", { KeyId: {} }, "KeyId: expected a string."],
    ["DescribeKey", { KeyId: "k", GrantTokens: "t" }, "GrantTokens: expected a list."],
    ["DescribeKey", { KeyId: "k", GrantTokens: ["t", 1] }, "GrantTokens[1]: expected a string."],
    ["DescribeKey", { KeyId: "k", GrantTokens: [null] }, "GrantTokens[0]: expected a string."],
    ["Decrypt", { CiphertextBlob: "***" }, "CiphertextBlob: expected bytes in base64."],
    ["Decrypt", { CiphertextBlob: "AAA" }, "CiphertextBlob: expected bytes in base64."],
    ["Decrypt", { EncryptionContext: [] }, "EncryptionContext: expected an object."],
    ["Decrypt", { EncryptionContext: { a: 1 } }, "EncryptionContext: expected strings by string."],
    ["Decrypt", { DryRun: "true" }, "DryRun: expected true or false."],
    ["GenerateDataKey", { NumberOfBytes: "8" }, "NumberOfBytes: expected an integer."],
    ["GenerateDataKey", { NumberOfBytes: 8.5 }, "NumberOfBytes: expected an integer."],
    ["ImportKeyMaterial", { ValidTo: "2026-01-01" }, "ValidTo: expected seconds since 1970."],
    [
      "CreateGrant",
      { Constraints: { EncryptionContextSubset: 1 } },
      "Constraints.EncryptionContextSubset: expected an object.",
    ],
    ["CreateKey", { Tags: [{ TagKey: "a" }, { TagKey: 1 }] }, "Tags[1].TagKey: expected a string."],
    ["CreateKey", { Tags: [[]] }, "Tags[0]: expected an object."],
  ])("%s %j", (name, json, message) => {
    expect(() => decode(name, json)).toThrow(expect.objectContaining({ code: "REQUEST_MALFORMED", message }));
  });

  test("a null is no value, and a member of Object.prototype no member", () => {
    expect(decode("DescribeKey", { KeyId: "k", GrantTokens: null })).toEqual({ keyId: "k" });
    expect(decode("DescribeKey", Object.create({ KeyId: "k" }))).toEqual({});
  });

  test("the keys of an encryption context stay as they are, whatever they are", () => {
    const EncryptionContext = JSON.parse('{"keyId":"a","__proto__":"b","lastMs":"c"}');
    expect(Object.entries(decode("Decrypt", { EncryptionContext })["encryptionContext"] as object)).toEqual([
      ["keyId", "a"],
      ["__proto__", "b"],
      ["lastMs", "c"],
    ]);
    const constraints = { encryptionContextSubset: EncryptionContext };
    expect(JSON.stringify(encodeMembers({ constraints }))).toBe(
      '{"Constraints":{"EncryptionContextSubset":{"keyId":"a","__proto__":"b","lastMs":"c"}}}',
    );
  });

  test("times are seconds on the wire, with their milliseconds", () => {
    expect(decode("ImportKeyMaterial", { ValidTo: 1_800_000_000.123 })).toEqual({ validToMs: 1_800_000_000_123 });
    expect(encodeMembers({ validToMs: 1_800_000_000_123 })).toEqual({ ValidTo: 1_800_000_000.123 });
  });
});
