import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { DutyButton } from '../../../shared/ui/duty-button.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import { TakeRosterOverDocument } from './personnel.generated.ts'
import { refusalText } from './refusal-text.ts'

interface TakeRosterOverProps {
  declarationId: string
  /** Of the list as it is shown, which is empty. */
  revision: number
  people: number
  /** The list is another one now, with these words about it. */
  onDone: (note: string) => Promise<void>
}

/** Begins an empty list with everybody whom the office has with the unit. */
export function TakeRosterOver({ declarationId, revision, people, onDone }: TakeRosterOverProps) {
  const t = useMessages(messages)
  const [take, { loading }] = useMutation(TakeRosterOverDocument)
  const [refused, setRefused] = useState<string>()
  const carryOut = async () => {
    setRefused(undefined)
    try {
      const { data } = await take({ variables: { declarationId, expectedRevision: revision } })
      const outcome = data?.takeRosterOver
      if (outcome?.__typename === 'PersonnelSaved') await onDone(t('rosterTaken', { count: people }))
      else if (outcome?.__typename === 'PersonnelConflict') await onDone(t('rosterNotEmpty'))
      else setRefused(outcome ? refusalText(t, outcome.code, []) : t('notSaved'))
    } catch {
      setRefused(t('notSaved'))
    }
  }
  return (
    <>
      {refused ? <Notice tone="refused">{refused}</Notice> : null}
      <DutyButton duty="PREPARE" variant="default" loading={loading} onClick={() => void carryOut()}>
        {t('takeRoster', { count: people })}
      </DutyButton>
    </>
  )
}
