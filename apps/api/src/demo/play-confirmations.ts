import { requireMay } from '../access/permissions.ts'
import type { Viewer } from '../access/viewer.ts'
import { answerLink, askEmployees, handOverLinks } from '../features/filing/confirmation/index.ts'
import { loadRowsAt } from '../features/filing/personnel/index.ts'
import type { Platform } from '../platform/platform.ts'

const origin = 'demo'

/**
 * The clerk asks a few people to look at their own row and hands most links over: the first two find it right, the third knows of another
 * wage unless the list is about to be handed in, and the last has not opened theirs.
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
  const handed = await handOverLinks(platform, clerk, { declarationId, rowNos: rowNos.slice(0, 5), origin })
  if (handed.kind !== 'HANDED') throw new Error(`The demo's employees were not asked: ${handed.code}.`)
  const rows = new Map((await loadRowsAt(platform, declarationId, 0, rowNos)).map(({ row, draft }) => [row, draft]))
  for (const [place, { rowNo, url }] of handed.links.slice(0, settled ? 2 : 3).entries()) {
    const draft = rows.get(rowNo)
    if (!draft) throw new Error('A link to a row that is not there.')
    const outcome = await answerLink(platform, {
      code: url.split('#')[1] ?? '',
      idEnd: (draft.idNumber ?? '').slice(-6),
      signer: draft.name,
      disagreements: place === 2 ? [{ field: 'WAGES', amount: (draft.wagesLastYear ?? 0) + 600_000 }] : [],
      origin,
    })
    if (outcome.kind !== 'ANSWERED') throw new Error(`A demo link did not open: ${outcome.kind}.`)
  }
}
