/**
 * AES-GCM (SP 800-38D) around the AES itself, as WebAssembly text: the counter blocks that AES encrypts (6.5), the xor with
 * what becomes of them, and GHASH (6.4), which makes the tag. `npm run generate` assembles it into src/gen/gcm-module.ts.
 *
 * GHASH multiplies in GF(2^128) by the hash subkey H, and WebAssembly has no multiplication without carries. So products
 * are looked up: for each of H, H^2, H^3 and H^4 there is a table of its products with the 256 values of a block's first
 * byte. The product with a whole block is the sum of those with its bytes, each moved as far as its byte is behind the
 * first. Four blocks are done together (Horner's rule, four steps at a time), so that the sum is moved and reduced once
 * for all of them. The tables take 16 KiB and stay in a processor's first-level cache.
 *
 * A block is held as a v128 with its bytes reversed, and is then a 128-bit integer: the coefficient of x^0, the first bit
 * of the first byte (6.3), is the highest bit, and multiplying by x is a shift to the right.
 */

const BYTES_PER_BLOCK = 16;
const TABLES = 137_984;
const TABLE_BYTES = 256 * BYTES_PER_BLOCK;

/** The sums of products so far, by the place of the byte in its block. */
const PRODUCTS = Array.from({ length: BYTES_PER_BLOCK }, (_, place) => `$p${place}`);
const BLOCKS = [0, 1, 2, 3];
const MOVES = PRODUCTS.slice(1).map((_, index) => index + 1);

const ZERO = "(v128.const i64x2 0 0)";
const REVERSED = "i8x16.shuffle 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1 0";

/** Adds the products of one block of a group: the first is multiplied by H^4, the last by H. */
function lookUp(block: number): string {
  const loaded = `(${REVERSED} (v128.load offset=${block * BYTES_PER_BLOCK} (local.get $at)) ${ZERO})`;
  return [
    `(local.set $hash ${block === 0 ? `(v128.xor (local.get $hash) ${loaded})` : loaded})`,
    "(local.set $high (i64x2.extract_lane 1 (local.get $hash)))",
    "(local.set $low (i64x2.extract_lane 0 (local.get $hash)))",
    ...PRODUCTS.map((product, place) => {
      const found = `(v128.load offset=${TABLES + block * TABLE_BYTES} ${entryOf(place)})`;
      return `(local.set ${product} ${block === 0 ? found : `(v128.xor (local.get ${product}) ${found})`})`;
    }),
  ].join("\n");
}

/** Where a byte's product is in its table: 16 times the byte. */
function entryOf(place: number): string {
  const half = place < 8 ? "$high" : "$low";
  const shift = 8 * (7 - (place % 8)) - 4;
  const moved =
    shift < 0 ? `(i64.shl (local.get ${half}) (i64.const 4))` : `(i64.shr_u (local.get ${half}) (i64.const ${shift}))`;
  return `(i32.and (i32.wrap_i64 ${moved}) (i32.const 0xff0))`;
}

/** The bytes of two blocks, one behind the other, from `byte` on. */
function bytesFrom(byte: number): string {
  return `i8x16.shuffle ${PRODUCTS.map((_, index) => byte + index).join(" ")}`;
}

/** Adds what is left of a product that moves by some bytes to $p0. */
function move(bytes: number): string {
  return `(local.set $p0 (v128.xor (local.get $p0) (${bytesFrom(bytes)} (local.get $p${bytes}) ${ZERO})))`;
}

/** Adds what it loses on the way to $lost. */
function gather(bytes: number): string {
  const lost = `(${bytesFrom(bytes)} ${ZERO} (local.get $p${bytes}))`;
  return `(local.set $lost ${bytes === 1 ? lost : `(v128.xor (local.get $lost) ${lost})`})`;
}

export const GCM_WAT = `
(module
  (memory (export "memory") 4)
  ;; The sectors: up to 64 KiB of them.
  (global $data (export "data") i32 (i32.const 0))
  ;; For each sector its counter blocks, the one that goes into the tag first; then AES of them. As many as 128 sectors of 512
  ;; bytes need.
  (global $stream (export "stream") i32 (i32.const 65536))
  ;; For each sector a nonce of 12 bytes and a tag of 16.
  (global $seals (export "seals") i32 (i32.const 133120))
  ;; The number of each sector, as a double.
  (global $numbers (export "numbers") i32 (i32.const 136704))
  ;; Additional data as GHASH takes them: padded with zeroes to whole blocks, and then before them to a multiple of four blocks.
  (global $additional (export "additional") i32 (i32.const 137728))
  ;; The hash subkey H; what follows up to the end is made from it, and as secret.
  (global $hashKey (export "hashKey") i32 (i32.const 137856))
  ;; Four blocks, of which only the last is ever other than zero.
  (global $last i32 (i32.const 137872))
  ;; The products with H^4, then those with H^3, H^2 and H: 256 blocks each.
  (global $tables i32 (i32.const ${TABLES}))
  (global $end (export "end") i32 (i32.const 154368))

  ;; GHASH of the blocks from $at to $end, a multiple of four of them, after what has been hashed so far.
  (func $hash (param $hash v128) (param $at i32) (param $end i32) (result v128)
    (local $high i64) (local $low i64) (local $lost v128) (local $carry v128)
    ${PRODUCTS.map((product) => `(local ${product} v128)`).join(" ")}
    (loop $group
${BLOCKS.map(lookUp).join("\n")}
      (local.set $at (i32.add (local.get $at) (i32.const 64)))
${MOVES.map(move).join("\n")}
${MOVES.map(gather).join("\n")}
      ;; What was lost is a multiple of x^128 = 1 + x + x^2 + x^7, of a degree so small that nothing is lost again. The shifts
      ;; are of 64-bit halves: what the upper one loses is carried to the lower one.
      (local.set $carry
        (i8x16.shuffle 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 (local.get $lost) (v128.const i64x2 0 0)))
      (local.set $hash (v128.xor
        (v128.xor
          (v128.xor (local.get $p0) (local.get $lost))
          (v128.xor (i64x2.shr_u (local.get $lost) (i32.const 1)) (i64x2.shl (local.get $carry) (i32.const 63))))
        (v128.xor
          (v128.xor (i64x2.shr_u (local.get $lost) (i32.const 2)) (i64x2.shl (local.get $carry) (i32.const 62)))
          (v128.xor (i64x2.shr_u (local.get $lost) (i32.const 7)) (i64x2.shl (local.get $carry) (i32.const 57))))))
      (br_if $group (i32.lt_u (local.get $at) (local.get $end))))
    (local.get $hash))

  ;; The product of a block with H: hashed as the last of four blocks.
  (func $timesH (param $block v128) (result v128)
    (v128.store offset=48 (global.get $last)
      (${REVERSED} (local.get $block) (local.get $block)))
    (call $hash (v128.const i64x2 0 0) (global.get $last) (i32.add (global.get $last) (i32.const 64))))

  ;; Fills the table at $table with the products of $power.
  (func $fillTable (param $table i32) (param $power v128)
    (local $bit i32) (local $other i32) (local $high i64) (local $low i64) (local $lost i64)
    (local.set $high (i64x2.extract_lane 1 (local.get $power)))
    (local.set $low (i64x2.extract_lane 0 (local.get $power)))
    ;; The highest bit of a byte is the coefficient of x^0, the lowest that of x^7. An entry has 16 bytes.
    (local.set $bit (i32.const 0x800))
    (loop $bits
      (v128.store (i32.add (local.get $table) (local.get $bit)) (local.get $power))
      (local.set $lost (i64.and (local.get $low) (i64.const 1)))
      (local.set $low (i64.or
        (i64.shr_u (local.get $low) (i64.const 1))
        (i64.shl (local.get $high) (i64.const 63))))
      (local.set $high (i64.xor
        (i64.shr_u (local.get $high) (i64.const 1))
        (i64.and (i64.sub (i64.const 0) (local.get $lost)) (i64.const 0xe100000000000000))))
      (local.set $power (i64x2.replace_lane 1 (i64x2.splat (local.get $low)) (local.get $high)))
      (local.set $bit (i32.shr_u (local.get $bit) (i32.const 1)))
      (br_if $bits (i32.ge_u (local.get $bit) (i32.const 16))))
    ;; Entries with more bits than one are sums of two that are there already.
    (local.set $bit (i32.const 32))
    (loop $sums
      (local.set $other (i32.const 16))
      (loop $lower
        (v128.store (i32.add (local.get $table) (i32.add (local.get $bit) (local.get $other)))
          (v128.xor
            (v128.load (i32.add (local.get $table) (local.get $bit)))
            (v128.load (i32.add (local.get $table) (local.get $other)))))
        (local.set $other (i32.add (local.get $other) (i32.const 16)))
        (br_if $lower (i32.lt_u (local.get $other) (local.get $bit))))
      (local.set $bit (i32.shl (local.get $bit) (i32.const 1)))
      (br_if $sums (i32.le_u (local.get $bit) (i32.const 0x800)))))

  ;; Makes the tables from the hash subkey. Entry 0 of each is zero, as memory is from the start.
  (func (export "makeTables")
    (local $power v128) (local $table i32)
    (local.set $power (${REVERSED}
      (v128.load (global.get $hashKey)) (v128.const i64x2 0 0)))
    (local.set $table (i32.add (global.get $tables) (i32.const 12288)))
    (loop $powers
      (call $fillTable (local.get $table) (local.get $power))
      (local.set $power (call $timesH (local.get $power)))
      (local.set $table (i32.sub (local.get $table) (i32.const 4096)))
      (br_if $powers (i32.ge_u (local.get $table) (global.get $tables)))))

  ;; Writes the counter blocks of $sectors sectors of $sectorBytes to the stream: the nonce, then 1 for the tag and 2, 3 and so on
  ;; for the sector's blocks, as 32-bit integers whose first byte is the highest (7.1).
  (func (export "count") (param $sectors i32) (param $sectorBytes i32)
    (local $at i32) (local $sectorEnd i32) (local $seal i32) (local $counter i32) (local $nonce v128)
    (local.set $at (global.get $stream))
    (local.set $seal (global.get $seals))
    (loop $sector
      (local.set $nonce (v128.load (local.get $seal)))
      (local.set $counter (i32.const 1))
      (local.set $sectorEnd (i32.add (local.get $at) (i32.add (local.get $sectorBytes) (i32.const 16))))
      (loop $block
        ;; No sector has as many as 65,535 blocks, so the counter's upper two bytes are zero.
        (v128.store (local.get $at) (i32x4.replace_lane 3 (local.get $nonce)
          (i32.or
            (i32.shl (local.get $counter) (i32.const 24))
            (i32.shl (i32.and (local.get $counter) (i32.const 0xff00)) (i32.const 8)))))
        (local.set $counter (i32.add (local.get $counter) (i32.const 1)))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $block (i32.lt_u (local.get $at) (local.get $sectorEnd))))
      (local.set $seal (i32.add (local.get $seal) (i32.const 28)))
      (local.set $sectors (i32.sub (local.get $sectors) (i32.const 1)))
      (br_if $sector (local.get $sectors))))

  ;; The tag of the sector of $sectorBytes at $data, whose number is at $number and whose encrypted counters are at $stream.
  ;; $additionalBytes is the length of the additional data without padding; the number is the last 8 of them.
  (func $tag (param $data i32) (param $sectorBytes i32) (param $number i32) (param $stream i32) (param $additionalBytes i32)
    (result v128)
    (local $end i32) (local $hash v128)
    ;; Additional data end with the blocks that they are padded to, which are up to four or up to eight.
    (local.set $end (i32.add (global.get $additional)
      (i32.and (i32.add (local.get $additionalBytes) (i32.const 63)) (i32.const 192))))
    (i64.store
      (i32.add (i32.sub (local.get $end) (i32.and (i32.add (local.get $additionalBytes) (i32.const 15)) (i32.const 240)))
        (i32.sub (local.get $additionalBytes) (i32.const 8)))
      (i64x2.extract_lane 0 (i8x16.shuffle 7 6 5 4 3 2 1 0 7 6 5 4 3 2 1 0
        (i64x2.splat (i64.trunc_f64_u (f64.load (local.get $number)))) (v128.const i64x2 0 0))))
    (local.set $hash (call $hash (v128.const i64x2 0 0) (global.get $additional) (local.get $end)))
    (local.set $hash (call $hash (local.get $hash) (local.get $data) (i32.add (local.get $data) (local.get $sectorBytes))))
    ;; The last block has both lengths, in bits.
    (local.set $hash (call $timesH (v128.xor (local.get $hash)
      (i64x2.replace_lane 1
        (i64x2.splat (i64.extend_i32_u (i32.shl (local.get $sectorBytes) (i32.const 3))))
        (i64.extend_i32_u (i32.shl (local.get $additionalBytes) (i32.const 3)))))))
    (v128.xor (v128.load (local.get $stream))
      (${REVERSED} (local.get $hash) (local.get $hash))))

  ;; Xors $lengthBytes at $data, a multiple of 64, with what is at $stream.
  (func $xor (param $data i32) (param $stream i32) (param $lengthBytes i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $data) (local.get $lengthBytes)))
    (loop $blocks4
      (v128.store offset=0 (local.get $data)
        (v128.xor (v128.load offset=0 (local.get $data)) (v128.load offset=0 (local.get $stream))))
      (v128.store offset=16 (local.get $data)
        (v128.xor (v128.load offset=16 (local.get $data)) (v128.load offset=16 (local.get $stream))))
      (v128.store offset=32 (local.get $data)
        (v128.xor (v128.load offset=32 (local.get $data)) (v128.load offset=32 (local.get $stream))))
      (v128.store offset=48 (local.get $data)
        (v128.xor (v128.load offset=48 (local.get $data)) (v128.load offset=48 (local.get $stream))))
      (local.set $data (i32.add (local.get $data) (i32.const 64)))
      (local.set $stream (i32.add (local.get $stream) (i32.const 64)))
      (br_if $blocks4 (i32.lt_u (local.get $data) (local.get $end)))))

  ;; Encrypts $sectors sectors where they lie, with the encrypted counters in the stream, and writes their tags.
  (func (export "seal") (param $sectors i32) (param $sectorBytes i32) (param $additionalBytes i32)
    (local $data i32) (local $stream i32) (local $seal i32) (local $number i32)
    (local.set $data (global.get $data))
    (local.set $stream (global.get $stream))
    (local.set $seal (global.get $seals))
    (local.set $number (global.get $numbers))
    (loop $sector
      (call $xor (local.get $data) (i32.add (local.get $stream) (i32.const 16)) (local.get $sectorBytes))
      (v128.store offset=12 (local.get $seal)
        (call $tag (local.get $data) (local.get $sectorBytes) (local.get $number) (local.get $stream) (local.get $additionalBytes)))
      (local.set $data (i32.add (local.get $data) (local.get $sectorBytes)))
      (local.set $stream (i32.add (local.get $stream) (i32.add (local.get $sectorBytes) (i32.const 16))))
      (local.set $seal (i32.add (local.get $seal) (i32.const 28)))
      (local.set $number (i32.add (local.get $number) (i32.const 8)))
      (local.set $sectors (i32.sub (local.get $sectors) (i32.const 1)))
      (br_if $sector (local.get $sectors))))

  ;; Decrypts $sectors sectors where they lie. The result is how many of them, from the first, had their tags: $sectors, or the
  ;; index of one that is not what was sealed, where it stops.
  (func (export "open") (param $sectors i32) (param $sectorBytes i32) (param $additionalBytes i32) (result i32)
    (local $data i32) (local $stream i32) (local $seal i32) (local $number i32) (local $opened i32)
    (local.set $data (global.get $data))
    (local.set $stream (global.get $stream))
    (local.set $seal (global.get $seals))
    (local.set $number (global.get $numbers))
    (loop $sector
      (if (v128.any_true (v128.xor (v128.load offset=12 (local.get $seal))
            (call $tag (local.get $data) (local.get $sectorBytes) (local.get $number) (local.get $stream) (local.get $additionalBytes))))
        (then (return (local.get $opened))))
      (call $xor (local.get $data) (i32.add (local.get $stream) (i32.const 16)) (local.get $sectorBytes))
      (local.set $data (i32.add (local.get $data) (local.get $sectorBytes)))
      (local.set $stream (i32.add (local.get $stream) (i32.add (local.get $sectorBytes) (i32.const 16))))
      (local.set $seal (i32.add (local.get $seal) (i32.const 28)))
      (local.set $number (i32.add (local.get $number) (i32.const 8)))
      (local.set $opened (i32.add (local.get $opened) (i32.const 1)))
      (br_if $sector (i32.lt_u (local.get $opened) (local.get $sectors))))
    (local.get $opened))

  ;; Zeroes what a batch of $dataBytes and $streamBytes leaves that is plaintext, or makes it of what is stored.
  (func (export "wipeBatch") (param $dataBytes i32) (param $streamBytes i32)
    (memory.fill (global.get $data) (i32.const 0) (local.get $dataBytes))
    (memory.fill (global.get $stream) (i32.const 0) (local.get $streamBytes)))

  ;; Zeroes the hash subkey and all that was made from it.
  (func (export "wipeKey")
    (memory.fill (global.get $hashKey) (i32.const 0) (i32.sub (global.get $end) (global.get $hashKey)))))
`;
