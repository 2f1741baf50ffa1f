import { Button } from '@mantine/core'
import { IconDownload, IconFileImport } from '@tabler/icons-react'
import { importColumns, importKinds } from '@shebao/intake'
import { useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useClient } from '../../../shared/data/hooks.tsx'
import { fileProblemWords } from '../../../shared/lib/file-problem-messages.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { saveFile } from '../../../shared/lib/save-file.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { columnName } from './column-name.ts'
import style from './intake.module.css'
import type { ImportKind } from './intake.generated.ts'
import { RegisterImportsDocument } from './intake.generated.ts'
import { messages } from './messages.ts'
import { SayColumns } from './say-columns.tsx'
import { uploadTable } from './upload-table.ts'
import type { ColumnLayout, Uploaded } from './upload-table.ts'

/** The five kinds in their order: a template to fill in, and the way to bring it here. */
export function BringTable() {
  const t = useMessages(messages)
  const client = useClient()
  const navigate = useNavigate()
  const [reading, setReading] = useState<string>()
  const [answer, setAnswer] = useState<Uploaded>()
  const [naming, setNaming] = useState<{ kind: ImportKind; file: File; outcome: Unnamed }>()
  const [asks, setAsks] = useState(false)
  const take = async (kind: ImportKind, file: File, layout?: ColumnLayout) => {
    setAnswer(undefined)
    // What was said of the columns stays until the file is in: the office may refuse it for another reason.
    if (!layout) setNaming(undefined)
    setReading(file.name)
    const outcome = await uploadTable(kind, file, layout ? { layout } : { asks })
    setReading(undefined)
    if (outcome.kind === 'MISSING_COLUMNS') return setNaming({ kind, file, outcome })
    if (outcome.kind !== 'UPLOADED') return setAnswer(outcome)
    void client.refetchQueries({ include: [RegisterImportsDocument] })
    await navigate(`/staff/imports/${outcome.id}`)
  }
  return (
    <section aria-labelledby="bring-table" className={style.bring}>
      <h2 id="bring-table">{t('bring')}</h2>
      <p className="quiet">{t('order')}</p>
      <div aria-live="polite" className={style.answer}>
        {reading === undefined ? null : <p>{t('reading', { name: reading })}</p>}
        {answer ? <Answer outcome={answer} /> : null}
        {naming ? <MissingColumns {...naming} /> : null}
      </div>
      {naming ? (
        <SayColumns
          kind={naming.kind}
          fileName={naming.file.name}
          heads={naming.outcome.heads}
          onSaid={(layout) => take(naming.kind, naming.file, layout)}
          onCancel={() => setNaming(undefined)}
        />
      ) : null}
      <div className={style.check}>
        <label>
          <input
            type="checkbox"
            aria-describedby="ask-columns"
            checked={asks}
            onChange={(event) => setAsks(event.currentTarget.checked)}
          />
          <span>{t('askColumns')}</span>
        </label>
        <span id="ask-columns" className="quiet">
          {t('askColumnsHint')}
        </span>
      </div>
      <ol className={style.kinds}>
        {importKinds.map((kind) => (
          <Kind key={kind} kind={kind} busy={reading !== undefined} onFile={(file) => void take(kind, file)} />
        ))}
      </ol>
    </section>
  )
}

function Kind({ kind, busy, onFile }: { kind: ImportKind; busy: boolean; onFile: (file: File) => void }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const template = async () => {
    const { writeTemplate } = await import('@shebao/intake')
    saveFile(writeTemplate(t(kind), importColumns[kind], language), `${t(kind)}.xlsx`)
  }
  return (
    <li className={style.kind}>
      <strong>{t(kind)}</strong>
      <p>{t(`${kind}text`)}</p>
      <div className={style.buttons}>
        <Button
          size="sm"
          loading={busy}
          leftSection={<IconFileImport size={16} aria-hidden />}
          aria-label={`${t('choose')} · ${t(kind)}`}
          onClick={() => input.current?.click()}
        >
          {t('choose')}
        </Button>
        <Button
          size="sm"
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          aria-label={`${t('template')} · ${t(kind)}`}
          onClick={() => void template()}
        >
          {t('template')}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('fileOf', { kind: t(kind) })}
        accept=".xlsx,.csv,.txt"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          // Choosing the same file again after correcting it counts as a new choice.
          event.currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
    </li>
  )
}

type Unnamed = Extract<Uploaded, { kind: 'MISSING_COLUMNS' }>

function MissingColumns({ kind, outcome }: { kind: ImportKind; outcome: Unnamed }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  if (outcome.columns.length === 0) return null
  const columns = outcome.columns.map((key) => columnName(kind, key, language))
  return (
    <Notice tone="warning">{t('missingColumns', { columns: columns.join(language === 'en' ? ', ' : '、') })}</Notice>
  )
}

function Answer({ outcome }: { outcome: Uploaded }) {
  const t = useMessages(messages)
  const files = useMessages(fileProblemWords)
  const format = useFormat()
  switch (outcome.kind) {
    case 'UPLOADED':
      return null
    case 'REPEATED':
      return (
        <Notice tone="info">
          {t('repeated', { time: format.instant(outcome.uploadedAt), state: t(outcome.state) })}{' '}
          <Link to={`/staff/imports/${outcome.id}`}>{t('openIt')}</Link>
        </Notice>
      )
    case 'REFUSED':
      return <Notice tone="refused">{t('unreadable', { reason: files(outcome.problem.code) })}</Notice>
    case 'MISSING_COLUMNS':
      return null
    case 'SIGNED_OUT':
      return <Notice tone="refused">{t('signedOut')}</Notice>
    case 'NOT_ALLOWED':
      return <Notice tone="refused">{t('notAllowed')}</Notice>
    case 'FAILED':
      return <Notice tone="refused">{t('uploadFailed')}</Notice>
  }
}
