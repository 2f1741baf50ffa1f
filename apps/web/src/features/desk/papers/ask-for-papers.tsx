import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import type { Paper } from './paper-words.ts'
import { PrintPapersDocument } from './papers.generated.ts'
import style from './papers-page.module.css'

/** As many as the office takes for one file. */
const mostPapers = 200

interface AskForPapersProps {
  chosen: readonly Paper[]
  /** A file is being made: one at a time. */
  busy: boolean
  onNone: () => void
  onAsked: () => Promise<unknown>
}

/** How many are chosen, in which language, and the one button. */
export function AskForPapers({ chosen, busy, onNone, onAsked }: AskForPapersProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const [printed, setPrinted] = useState<string>(language)
  const [problem, setProblem] = useState<'failed' | 'already'>()
  const [ask, { loading }] = useMutation(PrintPapersDocument)
  if (chosen.length === 0) return null
  const tooMany = chosen.length > mostPapers
  const send = async () => {
    setProblem(undefined)
    try {
      const papers = chosen.map(({ kind, subjectId, version }) => ({ kind, subjectId, version }))
      const { data } = await ask({ variables: { papers, language: printed } })
      if (data?.printPapers.__typename === 'PrintRunAlreadyPrinting') setProblem('already')
      else await onAsked()
    } catch {
      setProblem('failed')
    }
  }
  return (
    <section className={style.ask} aria-label={t('chosen', { count: chosen.length })}>
      <strong>{t('chosen', { count: chosen.length })}</strong>
      <NativeSelect
        label={t('language')}
        value={printed}
        onChange={(event) => setPrinted(event.currentTarget.value)}
        data={[
          { value: 'zh-CN', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
      />
      <Button onClick={() => void send()} loading={loading} disabled={tooMany || busy}>
        {t('print', { count: chosen.length })}
      </Button>
      <Button variant="default" onClick={onNone}>
        {t('chooseNone')}
      </Button>
      {tooMany ? <Notice tone="warning">{t('limit', { most: mostPapers })}</Notice> : null}
      {problem || busy ? (
        <Notice tone={problem === 'failed' ? 'refused' : 'info'}>{t(problem ?? 'already')}</Notice>
      ) : null}
    </section>
  )
}
