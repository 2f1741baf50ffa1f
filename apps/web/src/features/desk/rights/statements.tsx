import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import style from './rights-page.module.css'
import {
  MakeRightsStatementDocument,
  MyRightsStatementsDocument,
  type MyRightsStatementsQuery,
} from './rights.generated.ts'
import { messages } from './statement-messages.ts'

type Year = MyRightsStatementsQuery['me']['rightsStatements'][number]
type Said = { year: number } & (
  | { number: string; again: boolean }
  | { failed: true }
  | { problem: NonNullable<Year['problem']> }
)

/** The frozen statement of each year that is over: the paper, made where there is none, made anew where something was corrected. */
export function Statements() {
  const t = useMessages(messages)
  const { data, error } = useQuery(MyRightsStatementsDocument, { fetchPolicy: 'cache-and-network' })
  const [make, { loading }] = useMutation(MakeRightsStatementDocument, { refetchQueries: [MyRightsStatementsDocument] })
  const [asked, setAsked] = useState<number>()
  const [said, setSaid] = useState<Said>()
  if (error && !data) return <Notice tone="refused">{t('notRead')}</Notice>
  if (!data) return <Skeleton lines={3} />
  const years = data.me.rightsStatements
  if (years.length === 0) return <p>{t('noYears')}</p>
  const ask = async ({ year, versions }: Year) => {
    setAsked(year)
    setSaid(undefined)
    try {
      const made = (await make({ variables: { year } })).data?.makeRightsStatement
      if (made?.__typename === 'RightsStatementMade')
        setSaid({ year, number: made.statement.number, again: made.statement.version === versions[0]?.version })
      else if (made?.__typename === 'RightsStatementRefused') setSaid({ year, problem: made.problem })
      else setSaid({ year, failed: true })
    } catch {
      setSaid({ year, failed: true })
    }
  }
  return (
    <ul className={style.list}>
      {years.map((each) => (
        <li key={each.year}>
          <StatementYear
            of={each}
            busy={loading && asked === each.year}
            locked={loading}
            onAsk={() => void ask(each)}
          />
          <div aria-live="polite">{said?.year === each.year ? <Told said={said} /> : null}</div>
        </li>
      ))}
    </ul>
  )
}

interface StatementYearProps {
  of: Year
  busy: boolean
  locked: boolean
  onAsk: () => void
}

function StatementYear({ of: { year, versions, problem }, busy, locked, onAsk }: StatementYearProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const address = (version: number) =>
    `/documents/rights-statement.pdf?${new URLSearchParams({ year: String(year), version: String(version), lang: language }).toString()}`
  return (
    <>
      <div className={style.head}>
        <h3>{t('year', { year: String(year) })}</h3>
        {problem === null ? (
          <Button
            variant="default"
            size="compact-md"
            loading={busy}
            disabled={locked && !busy}
            onClick={onAsk}
            aria-label={t(versions.length > 0 ? 'checkYear' : 'makeYear', { year: String(year) })}
          >
            {t(versions.length > 0 ? 'check' : 'make')}
          </Button>
        ) : null}
      </div>
      {problem === null ? null : <p className={style.soft}>{t(problem)}</p>}
      {versions.map(({ id, version, number, madeAt }, index) => (
        <p key={id} className={style.version}>
          <a href={address(version)} target="_blank" rel="noreferrer">
            {number}
          </a>
          <span className={style.soft}>
            {t('madeAt', { at: format.instant(madeAt) })}
            {index > 0 ? ` · ${t('replaced')}` : ''}
          </span>
        </p>
      ))}
    </>
  )
}

function Told({ said }: { said: Said }) {
  const t = useMessages(messages)
  if ('failed' in said) return <Notice tone="refused">{t('failed')}</Notice>
  if ('problem' in said) return <Notice tone="refused">{t(said.problem)}</Notice>
  return <p>{t(said.again ? 'unchanged' : 'made', { number: said.number })}</p>
}
