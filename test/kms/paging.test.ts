import { expect, test } from "vitest";
import { runOperation } from "#envol/kms/embedded/run.ts";
import { startKms, stopKms } from "#envol/kms/embedded/start.ts";
import { CALLER, refusal, startFixture } from "./fixture.ts";

/** Follows the markers from the first page to the last. */
async function allPages<Item>(
  page: (marker?: string) => Promise<{ items: readonly Item[]; nextMarker?: string; truncated: boolean }>,
): Promise<Item[][]> {
  const pages: Item[][] = [];
  let marker: string | undefined;
  do {
    const { items, nextMarker, truncated } = await page(marker);
    expect(truncated).toBe(nextMarker !== undefined);
    pages.push([...items]);
    marker = nextMarker;
  } while (marker !== undefined);
  return pages;
}

test("keys come in pages, each once", async () => {
  await using fixture = await startFixture();
  const made = await Promise.all(Array.from({ length: 9 }, () => fixture.key()));
  const pages = await allPages(async (marker) => {
    const { keys, ...end } = await fixture.kms.call("ListKeys", CALLER, { limit: 4, ...(marker && { marker }) });
    return { items: keys, ...end };
  });
  expect(pages.map(({ length }) => length)).toEqual([4, 4, 2]);
  const ids = pages.flat().map(({ keyId }) => keyId);
  expect(ids).toEqual([...ids].sort());
  expect(ids).toEqual(expect.arrayContaining(made.map(({ keyId }) => keyId)));
  expect(pages.flat()[0]!.keyArn).toBe(`arn:aws:kms:us-east-1:111122223333:key/${ids[0]}`);
});

test("a full last page has no marker, and the default limits are those of AWS", async () => {
  await using fixture = await startFixture();
  const keys = await Promise.all(Array.from({ length: 101 }, () => fixture.key()));
  const { call } = fixture.kms;
  expect(await call("ListKeys", CALLER, { limit: 102 })).toMatchObject({ truncated: false });
  const first = await call("ListKeys", CALLER, {});
  expect(first.keys).toHaveLength(100);
  expect(first.truncated).toBe(true);
  await Promise.all(
    keys
      .slice(0, 60)
      .map(({ keyId }) => call("CreateAlias", CALLER, { aliasName: `alias/${keyId}`, targetKeyId: keyId })),
  );
  expect((await call("ListAliases", CALLER, {})).aliases).toHaveLength(50);
});

test("aliases come in pages, all or those of one key; an alias deleted in between is skipped", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const [one, two] = [await fixture.key(), await fixture.key()];
  const names = (keyId: string, count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, number) => {
        const aliasName = `alias/${keyId.slice(0, 8)}-${number}`;
        return call("CreateAlias", CALLER, { aliasName, targetKeyId: keyId }).then(() => aliasName);
      }),
    );
  const [ofOne, ofTwo] = [await names(one.keyId, 5), await names(two.keyId, 3)];
  const listed = (keyId?: string) =>
    allPages(async (marker) => {
      const request = { limit: 2, ...(keyId && { keyId }), ...(marker && { marker }) };
      const { aliases, ...end } = await call("ListAliases", CALLER, request);
      return { items: aliases.map(({ aliasName }) => aliasName), ...end };
    });
  expect((await listed(one.arn)).flat()).toEqual(ofOne);
  expect((await listed()).flat()).toEqual(["alias/aws/ebs", ...ofOne, ...ofTwo].sort());

  const { nextMarker } = await call("ListAliases", CALLER, { keyId: one.keyId, limit: 2 });
  await call("DeleteAlias", CALLER, { aliasName: ofOne[2]! });
  const rest = await call("ListAliases", CALLER, { keyId: one.keyId, limit: 2, marker: nextMarker! });
  expect(rest.aliases.map(({ aliasName }) => aliasName)).toEqual(ofOne.slice(3));
});

test("foreign markers are refused: made up, of another call, another key or another root key", async () => {
  await using fixture = await startFixture();
  await using stranger = await startFixture();
  const { call } = fixture.kms;
  const [one, two] = [await fixture.key(), await fixture.key()];
  for (const { keyId } of [one, two]) {
    for (const number of [1, 2]) {
      await call("CreateAlias", CALLER, { aliasName: `alias/${keyId}-${number}`, targetKeyId: keyId });
    }
  }
  await stranger.key();
  const markerOf = async (page: Promise<{ nextMarker?: string }>) => (await page).nextMarker!;
  const own = await markerOf(call("ListKeys", CALLER, { limit: 1 }));
  const markers = [
    "x",
    own.slice(1),
    `${own}=`,
    `${own}AAAA`,
    `${own} `,
    await markerOf(call("ListAliases", CALLER, { limit: 1 })),
    await markerOf(stranger.kms.call("ListKeys", CALLER, { limit: 1 })),
  ];
  for (const marker of markers) {
    expect(await refusal(call("ListKeys", CALLER, { marker })), marker).toMatchObject({
      code: "MARKER_INVALID",
      field: "marker",
    });
  }
  const ofOne = await markerOf(call("ListAliases", CALLER, { keyId: one.keyId, limit: 1 }));
  const crossed = call("ListAliases", CALLER, { keyId: two.keyId, marker: ofOne });
  expect(await refusal(crossed)).toMatchObject({ code: "MARKER_INVALID" });
  await fixture.restart();
  expect((await fixture.kms.call("ListKeys", CALLER, { marker: own })).keys).toHaveLength(2);
});

test("grants of one key come in pages, without those of its neighbours", async () => {
  await using fixture = await startFixture();
  const kms = await startKms(fixture.options);
  try {
    const ids = await Promise.all(
      [0, 1, 2].map(async () => (await runOperation(kms, "CreateKey", CALLER, {})).keyMetadata.keyId),
    );
    const terms = { granteePrincipal: CALLER.arn, retiringPrincipal: CALLER.arn, encryptionContextSubset: {} };
    for (const keyId of ids) {
      for (let number = 0; number < 5; number += 1) {
        await runOperation(kms, "CreateGrant", CALLER, { ...terms, keyId, operations: ["Decrypt"] });
      }
    }
    for (const keyId of ids) {
      const pages = await allPages(async (marker) => {
        const { grants, ...end } = await runOperation(kms, "ListGrants", CALLER, {
          keyId,
          limit: 2,
          ...(marker && { marker }),
        });
        return { items: grants, ...end };
      });
      expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
      expect(pages.flat().every((grant) => grant.keyId.endsWith(`key/${keyId}`))).toBe(true);
      expect(new Set(pages.flat().map(({ grantId }) => grantId)).size).toBe(5);
    }
  } finally {
    await stopKms(kms);
  }
});
