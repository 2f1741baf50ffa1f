import type { Explanation } from '@shebao/premium'
import type { Viewer } from '../access/viewer.ts'
import { ask } from './ask.ts'
import type { TestPlatform } from './test-platform.ts'

interface Asked {
  derivation: { explanation: Explanation; agrees: boolean | null } | null
  errors: string[]
}

/** Why an amount is what it is, for this viewer: `{ notice: id }`, `{ certificate: { from, to, figure } }`. */
export async function askDerivation(
  platform: TestPlatform,
  asker: Viewer | undefined,
  subject: Record<string, unknown>,
): Promise<Asked> {
  const { data, errors } = await ask(
    platform,
    asker,
    'query ($subject: DerivationSubject!) { derivation(subject: $subject) { explanation agrees } }',
    { subject },
  )
  const { derivation } = data as unknown as Partial<Asked>
  return { derivation: derivation ?? null, errors }
}

/** The same where it must be answered; null where there is nothing to derive. */
export async function explanationOf(
  platform: TestPlatform,
  asker: Viewer,
  subject: Record<string, unknown>,
): Promise<Explanation | null> {
  const { derivation, errors } = await askDerivation(platform, asker, subject)
  if (errors.length > 0) throw new Error(errors.join())
  return derivation?.explanation ?? null
}

/** The same where there must be one. */
export async function deriveFor(
  platform: TestPlatform,
  asker: Viewer,
  subject: Record<string, unknown>,
): Promise<Explanation> {
  const explanation = await explanationOf(platform, asker, subject)
  if (!explanation) throw new Error('there is no derivation')
  return explanation
}
