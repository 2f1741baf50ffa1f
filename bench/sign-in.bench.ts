import { Agent } from 'node:http'
import { passwordHashing } from '@shebao/api/src/features/office/session/password-hashing.ts'
import { keepChallenge } from '@shebao/api/src/features/office/session/verification/verification.repository.ts'
import { compare } from './bench.ts'
import type { Bench } from './bench.ts'
import { load, post } from './load.ts'
import { openOffice } from './office.ts'
import type { BenchOffice } from './office.ts'

const sizes = { full: { people: 64, rounds: 9 }, small: { people: 4, rounds: 1 } }
/** More than are hashed at a time, fewer than fill the queue. */
const atOnce = 8
const pin = '704913'
const answer = '271828'

const operation = `mutation SignIn($input: SignInInput!) { signIn(input: $input) { __typename } }`

export default {
  name: 'signing in against argon2 alone',
  async run(size) {
    const { people, rounds } = sizes[size]
    const office = await openOffice()
    const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
    try {
      const passwordHash = await passwordHashing.hash(pin)
      const numbers = await enterPeople(office, people, passwordHash)
      const target = new URL('/graphql', office.url)
      let bodies: string[] = []
      const ask = async (turn: number) => {
        const said = await post(target, agent, bodies[turn] ?? '')
        if (!said.includes('"SignedIn"')) throw new Error(`not signed in: ${said.slice(0, 300)}`)
        return said
      }
      const check = async () => {
        if (!(await passwordHashing.matches(pin, passwordHash))) throw new Error('the password does not match')
        return ''
      }
      const seconds = await compare(
        rounds,
        async () => (await load(ask, people, atOnce)).length,
        async () => (await load(check, people, atOnce)).length,
        async () => {
          bodies = await Promise.all(numbers.map((number) => bodyOf(office, number)))
        },
      )
      const [value, peer] = [people / seconds.ours, people / seconds.peer]
      return [
        {
          name: 'Signing in with a card password',
          unit: 'people/s',
          value,
          peer: { name: 'argon2id alone, through the same queue', value: peer },
          ratio: value / peer,
          aim: 0.85,
          better: 'higher',
          note: `${office.databaseKind}; ${atOnce} at once; verification code, locks, session and audit entry included, client and database on the same cores`,
        },
      ]
    } finally {
      agent.destroy()
      await office.close()
    }
  },
} satisfies Bench

/** Insured people with an account and a password of their own. */
async function enterPeople({ platform }: BenchOffice, people: number, passwordHash: string): Promise<string[]> {
  const { database, vault } = platform
  const numbers = Array.from({ length: people }, (_, index) => `11010119900307${String(1000 + index)}`)
  for (const number of numbers)
    await database.prisma.account.create({
      data: {
        kind: 'INSURED',
        displayName: '张*',
        passwordHash,
        individual: {
          create: {
            idType: 'RESIDENT_ID',
            idHash: vault.lookupHash('person-id', number),
            idMasked: '1*2',
            nameMasked: '张*',
            personal: vault.seal({ name: '张三', idNumber: number }),
            sex: 'MALE',
            birthDate: '1990-03-07',
          },
        },
      },
    })
  return numbers
}

/** What a browser sends once its owner has read the picture: each code can be used once. */
async function bodyOf({ platform }: BenchOffice, identifier: string): Promise<string> {
  const { id: challengeId } = await keepChallenge(platform, 'IMAGE', answer)
  const input = { kind: 'INSURED', identifier, password: pin, challengeId, answer }
  return JSON.stringify({ operationName: 'SignIn', query: operation, variables: { input } })
}
