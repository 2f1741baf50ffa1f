import { expect, it } from 'vitest'
import { codeIn } from './code-in.ts'

const code = 'UG2R38F2P2N682HB'
const token = `SB1.a5bbd19a8a4a.110000.PAYMENT_RECEIPT.SK20260917-A50104995C31.${code}.2026-11-30.H1da.2026-09-17.82066216.5Liw.hXvf`

it.each([
  [` ${code} `, code],
  ['ug2r-38f2-p2n6-82hb', 'ug2r-38f2-p2n6-82hb'],
  [`https://office.example/verify/${code}#${token}`, code],
  [`https://office.example/verify/${code}?lang=en`, code],
  [`HTTPS://OFFICE.EXAMPLE/VERIFY/${code}`, code],
  [token, code],
  ['https://office.example/verify/%', '%'],
  ['SK20260917-A50104995C31', 'SK20260917-A50104995C31'],
])('of %s the code is %s', (text, found) => expect(codeIn(text)).toBe(found))
