;; The whitening of XTS-AES (IEEE 1619-2018 5.3, 5.4). A block of 128 bits is xored with its mask T, goes through AES, and
;; is xored with T again. T is the encrypted tweak of its sector times alpha^j in GF(2^128), where j counts the blocks of
;; the sector from 0 (5.3.1). AES itself is not done here.
;;
;; An element of GF(2^128) is 16 bytes, the least significant first (5.2): as a v128, its bit 0 is the coefficient of
;; alpha^0. Loads and stores of WebAssembly have the same byte order on every machine.
;;
;; `npm run generate` assembles this file into src/gen/xts-module.ts.
(module
  (memory (export "memory") 3)
  ;; Blocks on their way to AES and back: up to 64 KiB, all of which stay in a processor's second-level cache.
  (global $data (export "data") i32 (i32.const 0))
  ;; The mask of each of these blocks.
  (global $masks (export "masks") i32 (i32.const 65536))
  ;; The encrypted tweak of each sector: up to 128 of them, 16 bytes each.
  (global $tweaks (export "tweaks") i32 (i32.const 131072))
  ;; Sector numbers, as tweaks still to be encrypted: as many.
  (global $numbers (export "numbers") i32 (i32.const 133120))
  (global $end (export "end") i32 (i32.const 135168))

  ;; Makes the masks of $sectors sectors of $sectorBytes, a multiple of 512, from their encrypted tweaks, and xors the data
  ;; with them.
  ;;
  ;; Each mask follows from the one before, and a processor would mostly wait for it. So 32 blocks are done as four chains
  ;; of eight, and the chains are independent of one another: they start at alpha^0, alpha^8, alpha^16 and alpha^24, and
  ;; the last one ends where the next 32 blocks start.
  (func (export "whiten") (param $sectors i32) (param $sectorBytes i32)
    (local $data i32) (local $masks i32) (local $tweaks i32)
    (local $chainEnd i32) (local $sectorEnd i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $data (global.get $data))
    (local.set $masks (global.get $masks))
    (local.set $tweaks (global.get $tweaks))
    (loop $sector
      (local.set $d (v128.load (local.get $tweaks)))
      (local.set $sectorEnd (i32.add (local.get $masks) (local.get $sectorBytes)))
      (loop $blocks32
        (local.set $a (local.get $d))
        (local.set $b (call $timesAlpha8 (local.get $a)))
        (local.set $c (call $timesAlpha8 (local.get $b)))
        (local.set $d (call $timesAlpha8 (local.get $c)))
        (local.set $chainEnd (i32.add (local.get $masks) (i32.const 128)))
        (loop $chains
          (v128.store offset=0 (local.get $masks) (local.get $a))
          (v128.store offset=128 (local.get $masks) (local.get $b))
          (v128.store offset=256 (local.get $masks) (local.get $c))
          (v128.store offset=384 (local.get $masks) (local.get $d))
          (v128.store offset=0 (local.get $data)
            (v128.xor (v128.load offset=0 (local.get $data)) (local.get $a)))
          (v128.store offset=128 (local.get $data)
            (v128.xor (v128.load offset=128 (local.get $data)) (local.get $b)))
          (v128.store offset=256 (local.get $data)
            (v128.xor (v128.load offset=256 (local.get $data)) (local.get $c)))
          (v128.store offset=384 (local.get $data)
            (v128.xor (v128.load offset=384 (local.get $data)) (local.get $d)))
          ;; Times alpha (5.2): a shift to the left by one bit; what falls off is alpha^128 = alpha^7 + alpha^2 + alpha + 1,
          ;; which is 0x87. The 64-bit halves are shifted apart, so the lower one's top bit is carried to the upper one.
          ;; The arithmetic shift makes each 32-bit lane all ones or zeroes after its top bit, the shuffle puts the lanes
          ;; of the two top bits to where they go, and the mask makes 0x87 and the carried 1 of them.
          ;; A function for this would cost more than the multiplication, so it is written four times.
          (local.set $a (v128.xor (i64x2.shl (local.get $a) (i32.const 1))
            (v128.and (v128.const i32x4 0x87 0 1 0)
              (i8x16.shuffle 12 13 14 15 12 13 14 15 4 5 6 7 4 5 6 7
                (i32x4.shr_s (local.get $a) (i32.const 31)) (local.get $a)))))
          (local.set $b (v128.xor (i64x2.shl (local.get $b) (i32.const 1))
            (v128.and (v128.const i32x4 0x87 0 1 0)
              (i8x16.shuffle 12 13 14 15 12 13 14 15 4 5 6 7 4 5 6 7
                (i32x4.shr_s (local.get $b) (i32.const 31)) (local.get $b)))))
          (local.set $c (v128.xor (i64x2.shl (local.get $c) (i32.const 1))
            (v128.and (v128.const i32x4 0x87 0 1 0)
              (i8x16.shuffle 12 13 14 15 12 13 14 15 4 5 6 7 4 5 6 7
                (i32x4.shr_s (local.get $c) (i32.const 31)) (local.get $c)))))
          (local.set $d (v128.xor (i64x2.shl (local.get $d) (i32.const 1))
            (v128.and (v128.const i32x4 0x87 0 1 0)
              (i8x16.shuffle 12 13 14 15 12 13 14 15 4 5 6 7 4 5 6 7
                (i32x4.shr_s (local.get $d) (i32.const 31)) (local.get $d)))))
          (local.set $data (i32.add (local.get $data) (i32.const 16)))
          (local.set $masks (i32.add (local.get $masks) (i32.const 16)))
          (br_if $chains (i32.lt_u (local.get $masks) (local.get $chainEnd))))
        ;; The other three chains have done what follows the first.
        (local.set $data (i32.add (local.get $data) (i32.const 384)))
        (local.set $masks (i32.add (local.get $masks) (i32.const 384)))
        (br_if $blocks32 (i32.lt_u (local.get $masks) (local.get $sectorEnd))))
      (local.set $tweaks (i32.add (local.get $tweaks) (i32.const 16)))
      (local.set $sectors (i32.sub (local.get $sectors) (i32.const 1)))
      (br_if $sector (local.get $sectors))))

  ;; $t times alpha^8, which is 5.2 eight times: a shift to the left by one byte. What falls off, the byte c, is
  ;; c times alpha^128 = c * (alpha^7 + alpha^2 + alpha + 1), which fits 15 bits, so that nothing falls off again.
  (func $timesAlpha8 (param $t v128) (result v128)
    (local $c v128)
    (local.set $c
      (i8x16.shuffle 15 16 16 16 16 16 16 16 16 16 16 16 16 16 16 16 (local.get $t) (v128.const i64x2 0 0)))
    (v128.xor
      (i8x16.shuffle 16 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 (local.get $t) (v128.const i64x2 0 0))
      (v128.xor
        (v128.xor (local.get $c) (i64x2.shl (local.get $c) (i32.const 1)))
        (v128.xor (i64x2.shl (local.get $c) (i32.const 2)) (i64x2.shl (local.get $c) (i32.const 7))))))

  ;; Xors $lengthBytes of data, a multiple of 64, with their masks once more.
  (func (export "whitenAgain") (param $lengthBytes i32)
    (local $data i32) (local $masks i32) (local $end i32)
    (local.set $data (global.get $data))
    (local.set $masks (global.get $masks))
    (local.set $end (i32.add (local.get $data) (local.get $lengthBytes)))
    (loop $blocks4
      (v128.store offset=0 (local.get $data)
        (v128.xor (v128.load offset=0 (local.get $data)) (v128.load offset=0 (local.get $masks))))
      (v128.store offset=16 (local.get $data)
        (v128.xor (v128.load offset=16 (local.get $data)) (v128.load offset=16 (local.get $masks))))
      (v128.store offset=32 (local.get $data)
        (v128.xor (v128.load offset=32 (local.get $data)) (v128.load offset=32 (local.get $masks))))
      (v128.store offset=48 (local.get $data)
        (v128.xor (v128.load offset=48 (local.get $data)) (v128.load offset=48 (local.get $masks))))
      (local.set $data (i32.add (local.get $data) (i32.const 64)))
      (local.set $masks (i32.add (local.get $masks) (i32.const 64)))
      (br_if $blocks4 (i32.lt_u (local.get $data) (local.get $end)))))

  ;; Zeroes $lengthBytes from the start of memory.
  (func (export "wipe") (param $lengthBytes i32)
    (memory.fill (i32.const 0) (i32.const 0) (local.get $lengthBytes))))
