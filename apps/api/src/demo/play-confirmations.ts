import { requireMay } from '../access/permissions.ts'
import type { Clerk, Viewer } from '../access/viewer.ts'
import { answerLink, askEmployees, handOverLinks } from '../features/filing/confirmation/index.ts'
import type { AnswerInput } from '../features/filing/confirmation/index.ts'
import { loadRowsAt } from '../features/filing/personnel/index.ts'
import type { Platform } from '../platform/platform.ts'
import { drawnName } from './drawn-name.ts'

const origin = 'demo'
type Answer = Pick<AnswerInput, 'signer' | 'signature' | 'disagreements'>

/** One person opens the link they were handed and says what they say. */
export interface Reader {
  rowNo: number
  idNumber: string | undefined
  answer: Answer
}

/**
 * The clerk asks a few people to look at their own row and hands most links over: of the first two, who find it right, one types their
 * name and one draws it; the third knows of another wage unless the list is about to be handed in, and the last has not opened theirs.
 */
export async function playConfirmations(
  platform: Platform,
  viewer: Viewer,
  declarationId: string,
  { settled }: { settled: boolean },
): Promise<void> {
  const clerk = requireMay(viewer, 'confirmation:ask')
  const rowNos = [1, 2, 3, 4, 5, 6]
  await askEmployees(platform, clerk, { declarationId, rowNos, origin })
  const links = await handOver(platform, clerk, declarationId, rowNos.slice(0, 5))
  const rows = new Map((await loadRowsAt(platform, declarationId, 0, rowNos)).map(({ row, draft }) => [row, draft]))
  for (const [place, link] of links.slice(0, settled ? 2 : 3).entries()) {
    const { name, idNumber, wagesLastYear = 0 } = rows.get(link.rowNo) ?? {}
    const answers: Answer[] = [
      { signer: name, disagreements: [] },
      { signature: drawnName(link.rowNo), disagreements: [] },
      { disagreements: [{ field: 'WAGES', amount: wagesLastYear + 600_000 }] },
    ]
    await answerBy(platform, link, idNumber, answers[place] ?? { disagreements: [] })
  }
}

/** Whoever joins or gets another wage in a month is asked; who is named here answers. */
export async function playMonthlyConfirmations(
  platform: Platform,
  viewer: Viewer,
  declarationId: string,
  readers: readonly Reader[],
): Promise<void> {
  const clerk = requireMay(viewer, 'confirmation:ask')
  await askEmployees(platform, clerk, { declarationId, origin })
  const rowNos = readers.map(({ rowNo }) => rowNo)
  for (const link of await handOver(platform, clerk, declarationId, rowNos)) {
    const reader = readers.find(({ rowNo }) => rowNo === link.rowNo)
    if (reader) await answerBy(platform, link, reader.idNumber, reader.answer)
  }
}

async function handOver(platform: Platform, clerk: Clerk, declarationId: string, rowNos: readonly number[]) {
  const handed = await handOverLinks(platform, clerk, { declarationId, rowNos, origin })
  if (handed.kind !== 'HANDED') throw new Error(`The demo's employees were not asked: ${handed.code}.`)
  return handed.links
}

async function answerBy(
  platform: Platform,
  { url }: { url: string },
  idNumber: string | undefined,
  answer: Answer,
): Promise<void> {
  const code = url.split('#')[1] ?? ''
  const outcome = await answerLink(platform, { code, idEnd: (idNumber ?? '').slice(-6), ...answer, origin })
  if (outcome.kind !== 'ANSWERED') throw new Error(`A demo link did not open: ${JSON.stringify(outcome)}.`)
}
