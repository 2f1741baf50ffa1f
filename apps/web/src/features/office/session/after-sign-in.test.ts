import { expect, it } from 'vitest'
import { afterSignIn } from './after-sign-in.ts'

const employer = { kind: 'EMPLOYER', stage: 'FULL' } as const

it.each([
  [null, '/employer'],
  ['/employer', '/employer'],
  ['/employer/inspection/2026?step=2', '/employer/inspection/2026?step=2'],
  ['/employer?from=letter', '/employer?from=letter'],
  ['/staff', '/employer'],
  ['/employers', '/employer'],
  ['//evil.example', '/employer'],
  ['https://evil.example/employer/', '/employer'],
  ['/\\evil.example', '/employer'],
])('an employer who came from %s goes to %s', (next, path) => expect(afterSignIn(employer, next)).toBe(path))

it('nobody with an initial password goes anywhere else', () => {
  expect(afterSignIn({ kind: 'INSURED', stage: 'MUST_CHANGE_PASSWORD' }, '/me/record')).toBe('/first-password')
})
