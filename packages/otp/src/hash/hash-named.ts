/** Which hash an algorithm's name stands for. */
import type { Algorithm } from '../shape.ts'
import type { BlockHash } from './block-hash.ts'
import { md5 } from './md5.ts'
import { sha1 } from './sha1.ts'
import { sha224, sha256 } from './sha256.ts'
import { sha384, sha512 } from './sha512.ts'

export const hashNamed: Readonly<Record<Algorithm, BlockHash>> = {
  SHA1: sha1,
  SHA224: sha224,
  SHA256: sha256,
  SHA384: sha384,
  SHA512: sha512,
  MD5: md5,
}
