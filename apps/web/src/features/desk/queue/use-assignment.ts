import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { messages } from './messages.ts'
import { ReleaseWorkDocument, TakeOverWorkDocument, TakeWorkDocument } from './work.generated.ts'
import type { WorkRow } from './work-row.ts'
import { useWorkName } from './work-name.ts'

/** Whether somebody can make it theirs, or give it back: what a colleague has, only once it was left lying. */
export const isMovable = ({ mine, ownerId, stale, standing }: WorkRow): boolean =>
  mine || ownerId === null || (stale && standing === 'MAY')

/** Takes a case, takes it over or gives it back; a colleague who was faster is named, and a case that moved on makes the list read anew. */
export function useAssignment(onMovedOn: () => Promise<unknown>) {
  const t = useMessages(messages)
  const nameOf = useWorkName()
  const [take] = useMutation(TakeWorkDocument)
  const [takeOver] = useMutation(TakeOverWorkDocument)
  const [release] = useMutation(ReleaseWorkDocument)
  const [busy, setBusy] = useState<string>()
  const [said, setSaid] = useState<string>()
  const toggle = async (row: WorkRow) => {
    if (busy !== undefined) return
    setBusy(row.id)
    try {
      const variables = { lifecycle: row.lifecycle, caseId: row.caseId, state: row.state }
      const result = row.mine
        ? (await release({ variables })).data?.releaseWork
        : row.ownerId === null
          ? (await take({ variables })).data?.takeWork
          : (await takeOver({ variables: { ...variables, owner: row.ownerId } })).data?.takeOverWork
      if (!result) return setSaid(t('failed'))
      const what = nameOf(row)
      if (result.outcome === 'OWNED') setSaid(t('owned', { what, name: result.item?.ownerName ?? '' }))
      else if (result.outcome === 'MAY_NOT') setSaid(t('mayNotYou', { what }))
      else setSaid(result.outcome === 'MOVED_ON' ? t('movedOn', { what }) : undefined)
      if (result.outcome === 'MOVED_ON') await onMovedOn()
    } catch {
      setSaid(t('failed'))
    } finally {
      setBusy(undefined)
    }
  }
  return { toggle, busy, said, say: setSaid }
}
