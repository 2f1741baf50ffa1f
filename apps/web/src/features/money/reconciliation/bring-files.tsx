import { Button, TextInput } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useRef, useState, type ReactNode } from 'react'
import { OfficeErrors } from '../../../shared/data/answer.ts'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { readDate } from '../../../shared/lib/typed-text.ts'
import { FileFormats } from './file-formats.tsx'
import { isImportOutcome, keepTable, uploadStatement } from './import-outcome.ts'
import type { BroughtFile, CsvLayout } from './import-outcome.ts'
import { ImportResult } from './import-result.tsx'
import { messages } from './messages.ts'
import { NameColumns } from './name-columns.tsx'
import { FetchBankStatementsDocument } from './reconciliation.generated.ts'
import style from './bring-files.module.css'

interface BringFilesProps {
  /** The page's own day: asked of the bank without typing it. */
  day?: string
  onTaken: () => Promise<unknown>
}

/** Files come by hand or from the bank; what became of each is said below. */
export function BringFiles({ day, onTaken }: BringFilesProps) {
  const t = useMessages(messages)
  const [reading, setReading] = useState<string>()
  const [brought, setBrought] = useState<readonly BroughtFile[]>([])
  const [dayWrong, setDayWrong] = useState(false)
  const fetchDay = useFetchDay()
  const take = async (name: string, work: () => Promise<readonly BroughtFile[]>) => {
    setReading(name)
    // What was said of other files is no answer to this one.
    setBrought([])
    setDayWrong(false)
    setBrought(await work())
    setReading(undefined)
    await onTaken()
  }
  const askBank = (asked: string) =>
    take(asked, async () => {
      const fetched = await fetchDay(asked)
      setDayWrong(fetched === 'DAY_WRONG')
      return fetched === 'DAY_WRONG' ? [] : fetched
    })
  /** The same file once more, with its columns named; what was typed stays until it is taken in. */
  const readAgain = async (at: number, file: File, layout: CsvLayout) => {
    const again = await uploadStatement(file, layout)
    setBrought((before) => before.map((one, index) => (index === at ? keepTable(again, one) : one)))
    await onTaken()
  }
  const upload = async (files: readonly File[]) => {
    const results: BroughtFile[] = []
    for (const file of files) results.push(await uploadStatement(file))
    return results
  }
  const onFiles = (files: readonly File[]) => {
    const [first] = files
    if (first) void take(files.map(({ name }) => name).join(', '), () => upload(files))
  }
  return (
    <section aria-label={t('bring')} className={style.bring}>
      <DropZone busy={reading !== undefined} onFiles={onFiles}>
        <AskBank
          busy={reading !== undefined}
          wrong={dayWrong}
          onAsk={(asked) => void askBank(asked)}
          {...(day === undefined ? {} : { day })}
        />
      </DropZone>
      <div aria-live="polite" className={style.results}>
        {reading === undefined ? null : <p>{t('reading', { name: reading })}</p>}
        {brought.map((file, index) => (
          <div key={`${file.name} ${index}`}>
            <ImportResult file={file} {...(day === undefined ? {} : { here: day })} />
            <NameColumns brought={file} onNamed={(upload, layout) => readAgain(index, upload, layout)} />
          </div>
        ))}
      </div>
    </section>
  )
}

function useFetchDay() {
  const t = useMessages(messages)
  const [ask] = useMutation(FetchBankStatementsDocument)
  return async (day: string): Promise<readonly BroughtFile[] | 'DAY_WRONG'> => {
    try {
      const { data } = await ask({ variables: { day } })
      return (data?.fetchBankStatements ?? []).map(({ source, outcome }) => ({
        name: t(source === 'BANK' ? 'bankFile' : 'treasuryFile'),
        outcome: isImportOutcome(outcome) ? outcome : { kind: 'FAILED' },
      }))
    } catch (error) {
      const refused = OfficeErrors.is(error) ? error.errors.map(({ extensions }) => extensions?.['code']) : []
      if (refused.includes('BAD_USER_INPUT')) return 'DAY_WRONG'
      return [{ name: day, outcome: { kind: 'FAILED' } }]
    }
  }
}

function DropZone({
  busy,
  onFiles,
  children,
}: {
  busy: boolean
  onFiles: (files: readonly File[]) => void
  children: ReactNode
}) {
  const t = useMessages(messages)
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  return (
    <div
      className={style.dropZone}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      <div className={style.dropFile}>
        <IconFileImport size={28} stroke={1.4} aria-hidden />
        <div>
          <p className={style.dropLine}>
            <span className={style.dropWords}>{t('dropHere')} </span>
            <Button size="sm" loading={busy} onClick={() => input.current?.click()}>
              {t('chooseFile')}
            </Button>
          </p>
          <p className="quiet">{t('dropLimit')}</p>
        </div>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          aria-label={t('chooseFile')}
          accept=".xml,.csv,.txt,application/xml,text/xml,text/csv"
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])]
            // Choosing the same file again after correcting it counts as a new choice.
            event.currentTarget.value = ''
            onFiles(files)
          }}
        />
      </div>
      {children}
      <FileFormats />
    </div>
  )
}

interface AskBankProps {
  busy: boolean
  day?: string
  /** The office says that the day has not come. */
  wrong: boolean
  onAsk: (day: string) => void
}

function AskBank({ busy, day, wrong, onAsk }: AskBankProps) {
  const t = useMessages(messages)
  const [noDay, setNoDay] = useState(false)
  if (day !== undefined)
    return (
      <div>
        <Button variant="default" size="sm" loading={busy} onClick={() => onAsk(day)}>
          {t('fetchDay')}
        </Button>
        {wrong ? <p className="quiet">{t('fetchDayWrong')}</p> : null}
      </div>
    )
  return (
    <form
      className={style.askBank}
      onSubmit={(event) => {
        event.preventDefault()
        const typed = new FormData(event.currentTarget).get('day')
        const read = typeof typed === 'string' ? readDate(typed) : undefined
        setNoDay(read === undefined)
        if (read !== undefined) onAsk(read)
      }}
    >
      <TextInput
        name="day"
        size="sm"
        label={t('fetchDayLabel')}
        placeholder="2026-11-25"
        autoComplete="off"
        error={wrong || noDay ? t('fetchDayWrong') : undefined}
      />
      <Button type="submit" variant="default" size="sm" loading={busy}>
        {t('fetchDay')}
      </Button>
    </form>
  )
}
