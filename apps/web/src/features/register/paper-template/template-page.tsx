import { useState, type ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { OutlookNotice } from '../../../shared/case/outlook-notice.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import desk from '../../../shared/ui/desk.module.css'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { messages } from './messages.ts'
import { ProposeTemplate } from './propose-template.tsx'
import { TemplatePageDocument } from './template.generated.ts'
import { isChanged } from './template-texts.ts'
import type { Template, Typed } from './template-texts.ts'
import { TextEditor } from './text-editor.tsx'
import { Versions } from './versions.tsx'
import { WaitingVersion } from './waiting-version.tsx'

const names = [
  'PAYMENT_PAPER',
  'PAYMENT_RECEIPT',
  'PAYMENT_CERTIFICATE',
  'RIGHTS_STATEMENT',
  'RELATION_TRANSFER',
  'QUESTION_TRANSFER',
  'ENFORCEMENT_PAPER',
] as const satisfies readonly Template['name'][]

/** One kind of paper: what waits for a second person, every text with its change, proposing a version, and the versions before. */
export function TemplatePage() {
  const t = useMessages(messages)
  const { name: asked } = useParams()
  const name = names.find((known) => known === asked)
  const back = <Link to="/staff/templates">{t('back')}</Link>
  if (name) return <KnownTemplate key={name} name={name} back={back} />
  return (
    <EmptyState title={t('unknown')}>
      <p>{back}</p>
    </EmptyState>
  )
}

function KnownTemplate({ name, back }: { name: Template['name']; back: ReactNode }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { data, error, refetch, fetchMore } = useQuery(TemplatePageDocument, {
    variables: { name },
    fetchPolicy: 'cache-and-network',
  })
  const [typed, setTyped] = useState<Typed>({})
  const [said, setSaid] = useState<'proposed' | 'publishedDone' | 'refusedDone' | 'withdrawnDone'>()
  if (error && !data) throw error
  if (!data?.paperTemplate) return <Skeleton lines={12} />
  const { paperTemplate: template, paperTemplateOutlook: outlook, paperTemplateVersions: versions } = data
  const { inForce, waiting } = template
  const done = async (what: typeof said) => {
    await refetch()
    setSaid(what)
    if (what === 'proposed') setTyped({})
  }
  const held = inForce
    ? t('own', {
        version: String(inForce.version),
        date: format.date(inForce.validFrom),
        count: new Set(inForce.texts.map(({ place }) => place)).size,
      })
    : t('released')
  const editable = outlook.mayOpen && !waiting
  return (
    <>
      <PageHeader title={t(name)} lead={held} above={back} />
      {said ? <Notice tone="done">{t(said)}</Notice> : null}
      {waiting ? (
        <section className={desk.section}>
          <h2>{t('waiting', { version: String(waiting.version) })}</h2>
          <WaitingVersion template={template} version={waiting} onDone={done} renew={refetch} />
        </section>
      ) : null}
      <section className={desk.section}>
        <h2>{t('inForceTitle')}</h2>
        <TextEditor template={template} typed={typed} onType={editable ? setTyped : undefined} />
      </section>
      <section className={desk.section}>
        <h2>{t('propose')}</h2>
        {waiting ? <Notice tone="info">{t('ALREADY_PROPOSED')}</Notice> : <OutlookNotice outlook={outlook} />}
        {editable ? (
          <ProposeTemplate
            template={template}
            typed={typed}
            changed={template.places.filter((place) => isChanged(template, place, typed)).length}
            onProposed={() => done('proposed')}
          />
        ) : null}
      </section>
      <Versions template={template} page={versions} fetchMore={fetchMore} />
    </>
  )
}
