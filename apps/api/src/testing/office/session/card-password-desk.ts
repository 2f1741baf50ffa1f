import type { Viewer } from '../../../access/viewer.ts'
import { cardPasswordCase } from '../../../features/office/session/card-password-case.ts'
import { ask } from '../../ask.ts'
import { markNow } from '../../mark-now.ts'
import type { TestPlatform } from '../../test-platform.ts'
import { idNumber } from './session-client.ts'

interface Outcome {
  __typename?: string
  reason?: string
  reset?: { id: string; idMasked: string; mine: boolean }
  errors?: string[]
}

export async function request(platform: TestPlatform, asker: Viewer | undefined, more: object = {}): Promise<Outcome> {
  const input = { idNumber, reason: '本人持证到窗口', idShown: true, delivery: 'WINDOW', ...more }
  const { data, errors } = await ask(
    platform,
    asker,
    `mutation ($input: RequestCardPasswordResetInput!) { requestCardPasswordReset(input: $input) { __typename
      ... on CardPasswordResetRefused { reason } ... on CardPasswordResetRequested { reset { id idMasked mine } } } }`,
    { input },
  )
  return errors.length > 0 ? { errors } : (data['requestCardPasswordReset'] as unknown as Outcome)
}

export async function confirm(
  platform: TestPlatform,
  asker: Viewer | undefined,
  id = '',
  decidedOn?: string,
): Promise<Outcome> {
  const { data, errors } = await ask(
    platform,
    asker,
    `mutation ($id: ID!, $decidedOn: CaseMark!) { confirmCardPasswordReset(id: $id, decidedOn: $decidedOn) { __typename
      ... on CardPasswordResetRefused { reason } ... on CardPasswordResetDone { reset { id } } } }`,
    { id, decidedOn: decidedOn ?? (await markNow(platform, cardPasswordCase, id)) },
  )
  return errors.length > 0 ? { errors } : (data['confirmCardPasswordReset'] as unknown as Outcome)
}
