import type { ExecutionResult, GraphQLFormattedError } from 'graphql'
import { Refusal, unknownToken } from '../access/refusal.ts'
import type { Viewer } from '../access/viewer.ts'
import { admitRequest, answerOnce, noteUse, requireScopes } from '../features/office/access-token/index.ts'
import type { TokenViewer } from '../features/office/access-token/index.ts'
import { rehearse } from '../platform/rehearse.ts'
import type { Context } from './context.ts'
import type { Operation } from './operations.ts'

interface TokenRequest {
  operation: Operation
  variables: Record<string, unknown>
  /** The text of the operation and what it is handed, for telling two requests apart. */
  content: string
  idempotencyKey: string | undefined
  /** Asked for by this request, besides what its token says. */
  test: boolean
}

export interface TokenAnswer {
  data?: unknown
  errors?: readonly GraphQLFormattedError[]
  extensions?: { testMode: 'KEPT' | 'UNDONE' }
}

const isTokenViewer = (viewer: Viewer | undefined): viewer is TokenViewer =>
  viewer?.kind === 'EMPLOYER' && viewer.token !== undefined

/** Throws UNAUTHENTICATED: a token that opens nothing is not answered as somebody without one. */
export function requireToken({ viewer }: Context): TokenViewer {
  if (!isTokenViewer(viewer)) throw unknownToken()
  return viewer
}

/**
 * One operation of an employer's own software: counted, its scopes asked for at once, and what files done once for its key. In test
 * mode what files is carried out to the end and undone; drafts are kept, or there would be nothing to file.
 */
export async function answerToken(
  context: Context,
  request: TokenRequest,
  format: (result: ExecutionResult) => TokenAnswer,
): Promise<{ answer: TokenAnswer; replayed: boolean }> {
  const viewer = requireToken(context)
  const { platform } = context
  const { operation, variables } = request
  const { fields, mutates } = operation
  let refused = true
  try {
    await admitRequest(platform, viewer, operation.check(variables))
    const scopes = requireScopes(viewer, fields, mutates)
    const act = async (): Promise<TokenAnswer> => format(await operation.execute(variables, context))
    const answered = await carryOut(context, viewer, request, act, {
      files: mutates && scopes.has('SUBMIT'),
      pays: mutates && scopes.has('PAY'),
    })
    refused = answered.answer.errors !== undefined
    return answered
  } finally {
    await noteUse(platform, viewer, fields, refused)
  }
}

async function carryOut(
  { platform }: Context,
  viewer: TokenViewer,
  { operation, idempotencyKey: key, content, test }: TokenRequest,
  act: () => Promise<TokenAnswer>,
  { files, pays }: { files: boolean; pays: boolean },
): Promise<{ answer: TokenAnswer; replayed: boolean }> {
  const testMode = test || viewer.token.test
  if (pays && operation.fields.length > 1)
    throw new Refusal('BAD_USER_INPUT', 'A mutation that moves money stands in an operation of its own.', {
      field: 'query',
    })
  if (pays && testMode) throw new Refusal('TEST_MODE', 'Nothing is paid in test mode, nor is the bank asked.')
  if (files && testMode)
    return { answer: { ...(await rehearse(platform, act)), extensions: { testMode: 'UNDONE' } }, replayed: false }
  if (files && key === undefined)
    throw new Refusal(
      'IDEMPOTENCY_KEY_NEEDED',
      'What files with the office needs the header Idempotency-Key: a new one for each thing to be done, the same when it is sent again.',
      { field: 'Idempotency-Key' },
    )
  // Paying has a key of its own among its arguments: the bank is asked between two transactions.
  if (operation.mutates && !pays && !testMode && key !== undefined) {
    const { body, replayed } = await answerOnce(platform, { viewer, key, content }, async () => {
      const body = await act()
      return { body, failed: body.errors !== undefined }
    })
    return { answer: body, replayed }
  }
  const answer = await act()
  return {
    answer: testMode && operation.mutates ? { ...answer, extensions: { testMode: 'KEPT' } } : answer,
    replayed: false,
  }
}
