import { TextInput } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { RevealAnswerDocument, RevealPersonDocument } from './review.generated.ts'
import { reviewMessages } from './review-messages.ts'
import sheet from './review.module.css'
import style from './reveal.module.css'

interface RevealProps {
  /** What is behind the mask, in words. */
  what: string
  /** Gives the lines to show, or nothing when refused. */
  ask: (reason: string) => Promise<readonly string[] | undefined>
}

const shortestReason = 4

/** Asks for a reason, shows what was masked, and forgets it with the page. */
export function Reveal({ what, ask }: RevealProps) {
  const t = useMessages(reviewMessages)
  const [opened, setOpened] = useState(false)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const [shown, setShown] = useState<readonly string[]>()
  const confirm = async () => {
    if (reason.trim().length < shortestReason) return setFailed(true)
    setBusy(true)
    try {
      const lines = await ask(reason.trim())
      setFailed(lines === undefined)
      if (lines) {
        setShown(lines)
        setOpened(false)
      }
    } catch {
      setFailed(true)
    } finally {
      setBusy(false)
    }
  }
  if (shown)
    return (
      <output className={style.revealed}>
        {shown.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </output>
    )
  return (
    <>
      <button
        type="button"
        className={sheet.noteButton}
        aria-label={t('revealOf', { what })}
        onClick={() => setOpened(true)}
      >
        <IconEye size={16} aria-hidden /> {t('reveal')}
      </button>
      <ConfirmDialog
        opened={opened}
        title={t('revealTitle')}
        verb={t('revealVerb')}
        busy={busy}
        onCancel={() => setOpened(false)}
        onConfirm={() => void confirm()}
        consequence={
          <>
            <p>{t('revealText', { what })}</p>
            <TextInput
              label={t('revealReason')}
              value={reason}
              maxLength={200}
              error={failed ? t('revealFailed') : undefined}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </>
        }
      />
    </>
  )
}

export function RevealAnswer({ declarationId, path, what }: { declarationId: string; path: string; what: string }) {
  const t = useMessages(reviewMessages)
  const [reveal] = useMutation(RevealAnswerDocument, { fetchPolicy: 'no-cache' })
  return (
    <Reveal
      what={what}
      ask={async (reason) => {
        const { data } = await reveal({ variables: { input: { declarationId, path, reason } } })
        const answer = data?.revealAnswer
        if (!answer) return undefined
        return [
          `${t('declared')} ${answer.declared ?? t('nothing')}`,
          ...(answer.registered ? [`${t('registered')} ${answer.registered}`] : []),
        ]
      }}
    />
  )
}

interface RevealPersonProps {
  declarationId: string
  rowNo: number | null
  enrolmentId: string | null
  what: string
}

export function RevealPerson({ declarationId, rowNo, enrolmentId, what }: RevealPersonProps) {
  const t = useMessages(reviewMessages)
  const [reveal] = useMutation(RevealPersonDocument, { fetchPolicy: 'no-cache' })
  return (
    <Reveal
      what={what}
      ask={async (reason) => {
        const whom = rowNo === null ? { enrolmentId } : { rowNo }
        const { data } = await reveal({ variables: { input: { declarationId, reason, ...whom } } })
        const person = data?.revealPerson
        if (!person) return undefined
        return [
          person.name ?? '',
          person.idNumber ?? '',
          person.mobile ? `${t('mobile')} ${person.mobile}` : '',
        ].filter(Boolean)
      }}
    />
  )
}
