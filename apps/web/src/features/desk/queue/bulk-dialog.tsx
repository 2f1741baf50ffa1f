import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import dialog from '../../../shared/ui/dialog.module.css'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './later-messages.ts'
import { RecommendationOutlookDocument, RecommendDeclarationsDocument } from './bulk-dialog.generated.ts'
import type { RecommendationOutlookQuery } from './bulk-dialog.generated.ts'
import type { WorkRow } from './work-row.ts'
import style from './work-page.module.css'

type Looked = RecommendationOutlookQuery['recommendationOutlook'][number]

interface BulkDialogProps {
  rows: readonly WorkRow[]
  onClose: () => void
  /** Something was recommended. */
  onDone: () => void
}

/** Says what would happen to each before anything does, and afterwards what did. */
export function BulkDialog({ rows, onClose, onDone }: BulkDialogProps) {
  const t = useMessages(messages)
  const seen = rows.map(({ caseId, revision }) => ({ declarationId: caseId, version: revision }))
  const outlook = useQuery(RecommendationOutlookDocument, {
    variables: { declarations: seen },
    fetchPolicy: 'no-cache',
  })
  const [recommend, done] = useMutation(RecommendDeclarationsDocument, { fetchPolicy: 'no-cache' })
  const looked = outlook.data?.recommendationOutlook ?? []
  const clear = looked.filter(({ outcome }) => outcome === 'CLEAR')
  const go = async () => {
    const chosen = new Set(clear.map(({ declarationId }) => declarationId))
    try {
      await recommend({ variables: { declarations: seen.filter(({ declarationId }) => chosen.has(declarationId)) } })
      onDone()
    } catch {
      // `done.error` says it, and the dialog stays for another try.
    }
  }
  const results = done.data?.recommendDeclarations
  return (
    <Dialog title={t('bulkTitle')} onClose={onClose}>
      <div className={dialog.consequence} aria-live="polite">
        {outlook.error || done.error ? <Notice tone="refused">{t(done.error ? 'bulkFailed' : 'failed')}</Notice> : null}
        {outlook.loading ? <p>{t('bulkChecking')}</p> : null}
        {results ? <Results results={results} /> : outlook.data ? <Outlook looked={looked} clear={clear} /> : null}
      </div>
      <div className={dialog.actions}>
        <Button variant="default" onClick={onClose}>
          {t('bulkClose')}
        </Button>
        {!results && clear.length > 0 ? (
          <Button loading={done.loading} onClick={() => void go()}>
            {t('bulkDo', { count: clear.length })}
          </Button>
        ) : null}
      </div>
    </Dialog>
  )
}

function Outlook({ looked, clear }: { looked: readonly Looked[]; clear: readonly Looked[] }) {
  const t = useMessages(messages)
  const left = looked.filter(({ outcome }) => outcome !== 'CLEAR')
  const people = clear.reduce((sum, row) => sum + row.people, 0)
  return (
    <>
      <p>{clear.length === 0 ? t('bulkNone') : t('bulkClear', { count: clear.length, people })}</p>
      {left.length > 0 ? (
        <>
          {clear.length > 0 ? <p>{t('bulkLeft', { count: left.length })}</p> : null}
          <Left rows={left} />
        </>
      ) : null}
    </>
  )
}

function Results({ results }: { results: readonly Looked[] }) {
  const t = useMessages(messages)
  const left = results.filter(({ outcome }) => outcome !== 'RECOMMENDED')
  return (
    <>
      <p>{t('bulkDone', { count: results.length - left.length })}</p>
      {left.length > 0 ? (
        <>
          <p>{t('bulkDoneLeft', { count: left.length })}</p>
          <Left rows={left} />
        </>
      ) : null}
    </>
  )
}

function Left({ rows }: { rows: readonly Looked[] }) {
  const t = useMessages(messages)
  const why = ({ outcome, fields, changed, warnings }: Looked) => {
    switch (outcome) {
      case 'VERSION_CHANGED':
      case 'NOT_WAITING':
      case 'NOT_FOUND':
        return t(`bulk${outcome}`)
      case 'CLEAR':
      case 'RECOMMENDED':
      case 'DIFFERS':
        return t('bulkDiffers', { fields, changed, warnings })
    }
  }
  return (
    <ul className={style.left}>
      {rows.map((row) => (
        <li key={row.declarationId}>
          <Link to={`/staff/declarations/${row.declarationId}`}>{row.employerName ?? row.declarationId}</Link>
          <span className="sub">{why(row)}</span>
        </li>
      ))}
    </ul>
  )
}
