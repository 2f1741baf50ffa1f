import { IconEye } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { later } from '../../../shared/lib/later.ts'
import { RevealAnswerDocument, RevealPersonDocument } from './review.generated.ts'
import { reviewMessages } from './review-messages.ts'
import sheet from './review.module.css'
import style from './reveal.module.css'

export interface RevealProps {
  /** What is behind the mask, in words. */
  what: string
  /** Gives the lines to show, or nothing when refused. */
  ask: (reason: string) => Promise<readonly string[] | undefined>
}

const RevealDialog = later(async () => (await import('./reveal-dialog.tsx')).RevealDialog)

/** Shows what was masked once a reason was given, and forgets it with the page. */
export function Reveal({ what, ask }: RevealProps) {
  const t = useMessages(reviewMessages)
  const [opened, setOpened] = useState(false)
  const [shown, setShown] = useState<readonly string[]>()
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
      {opened ? (
        <Suspense fallback={null}>
          <RevealDialog what={what} ask={ask} onShown={setShown} onClose={() => setOpened(false)} />
        </Suspense>
      ) : null}
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
