import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { useClient } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { caseworkers, holdsAny } from '../../../shared/lib/staff-role.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { messages } from './messages.ts'
import { ScannedPaperDocument } from './paper-copy.generated.ts'
import type { ScannedPaperQuery } from './paper-copy.generated.ts'
import { PaperList } from './paper-list.tsx'
import { PaperRules } from './paper-rules.tsx'
import { ReceiveForm } from './receive-form.tsx'
import style from './paper-copy.module.css'

type Scanned = ScannedPaperQuery['scannedPaper']

/** Papers come over the counter here: scan, look, take in; below it who has to bring what, and what the office asks. */
export function StaffPapersPage() {
  const t = useMessages(messages)
  const { roles } = useViewer()
  const takes = holdsAny(roles, caseworkers)
  const [round, setRound] = useState(0)
  return (
    <>
      <PageHeader title={t('staffTitle')} lead={t('staffLead')} />
      <div className={style.desk}>
        {takes ? <Scan onTaken={() => setRound((before) => before + 1)} /> : null}
        <PaperList key={round} />
        <PaperRules mayChange={roles.includes('HEAD')} />
      </div>
    </>
  )
}

function Scan({ onTaken }: { onTaken: () => void }) {
  const t = useMessages(messages)
  const client = useClient()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [scanned, setScanned] = useState<Scanned>()
  const [problem, setProblem] = useState<'notFound' | 'unreadable' | 'failed'>()
  const [done, setDone] = useState<string>()
  const [busy, setBusy] = useState(false)
  // Whoever opens this page has a scanner in the other hand.
  useEffect(() => field.current?.focus(), [])
  const look = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    setBusy(true)
    setDone(undefined)
    setProblem(undefined)
    try {
      const { data } = await client.query({
        query: ScannedPaperDocument,
        variables: { text },
        fetchPolicy: 'network-only',
      })
      setScanned(data?.scannedPaper)
      if (!data?.scannedPaper) setProblem('failed')
    } catch (error) {
      setScanned(undefined)
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  const next = (said: string) => {
    setScanned(undefined)
    setText('')
    setDone(said)
    onTaken()
    field.current?.focus()
  }
  return (
    <section className={style.scan}>
      <form className={style.scan} onSubmit={(event) => void look(event)}>
        <TextInput
          ref={field}
          label={t('scan')}
          description={t('scanHint')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          maxLength={2_000}
          autoComplete="off"
          spellCheck={false}
        />
        <div>
          <Button type="submit" loading={busy} variant={scanned ? 'default' : 'filled'}>
            {t('look')}
          </Button>
        </div>
      </form>
      {done ? <Notice tone="done">{done}</Notice> : null}
      {problem ? <Notice tone={problem === 'failed' ? 'refused' : 'warning'}>{t(problem)}</Notice> : null}
      {scanned ? <ReceiveForm key={scanned.hash} scanned={scanned} onDone={next} /> : null}
    </section>
  )
}

/** A refusal by its code, as far as it says anything to whoever scans. */
function problemOf(error: unknown): 'notFound' | 'unreadable' | 'failed' {
  const text = JSON.stringify(error ?? '')
  if (text.includes('NOT_FOUND')) return 'notFound'
  return text.includes('BAD_USER_INPUT') ? 'unreadable' : 'failed'
}
