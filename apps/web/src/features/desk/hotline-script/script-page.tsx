import { scriptMatters } from '@shebao/hotline'
import type { ScriptMatter } from '@shebao/hotline'
import { useState, type ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { OutlookNotice } from '../../../shared/case/outlook-notice.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import desk from '../../../shared/ui/desk.module.css'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { matterWords } from './matter-words.ts'
import { messages } from './messages.ts'
import { ProposeScript } from './propose-script.tsx'
import type { Said } from './said.ts'
import { ScriptInUse } from './script-in-use.tsx'
import { ScriptVersions } from './script-versions.tsx'
import { ScriptPageDocument } from './script.generated.ts'
import { WaitingScript } from './waiting-script.tsx'

/** One matter: what waits for a second person, what agents say, its review, proposing a version, and the versions before. */
export function ScriptPage() {
  const t = useMessages(messages)
  const { matter: asked } = useParams()
  const matter = scriptMatters.find((known) => known === asked)
  const back = <Link to="/staff/hotline/scripts">{t('back')}</Link>
  if (matter) return <OneScript key={matter} matter={matter} back={back} />
  return (
    <EmptyState title={t('unknown')}>
      <p>{back}</p>
    </EmptyState>
  )
}

function OneScript({ matter, back }: { matter: ScriptMatter; back: ReactNode }) {
  const t = useMessages(messages)
  const word = useMessages(matterWords)
  const { data, error, refetch, fetchMore } = useQuery(ScriptPageDocument, {
    variables: { matter },
    fetchPolicy: 'cache-and-network',
  })
  const [said, setSaid] = useState<Said>()
  if (error && !data) throw error
  if (!data) return <Skeleton lines={12} />
  const { inUse, waiting } = data.hotlineScript
  const { hotlineScriptFigures: figures, hotlineScriptOutlook: outlook } = data
  const done = async (what: Said) => {
    await refetch()
    setSaid(what)
  }
  return (
    <>
      <PageHeader title={word(matter)} above={back} />
      {said ? <Notice tone="done">{t(said)}</Notice> : null}
      {waiting ? (
        <section className={desk.section}>
          <h2>{t('waiting', { version: String(waiting.version) })}</h2>
          <WaitingScript matter={matter} inUse={inUse} version={waiting} onDone={done} renew={refetch} />
        </section>
      ) : null}
      {inUse ? (
        <ScriptInUse version={inUse} figures={figures} waits={waiting !== null} onDone={done} renew={refetch} />
      ) : null}
      <section className={desk.section}>
        <h2>{t('propose')}</h2>
        {waiting ? <Notice tone="info">{t('ALREADY_PROPOSED')}</Notice> : <OutlookNotice outlook={outlook} />}
        {outlook.mayOpen && !waiting ? (
          <ProposeScript
            // A form begins with what is in use.
            key={inUse?.id}
            matter={matter}
            inUse={inUse}
            figures={figures}
            onProposed={() => done('proposed')}
          />
        ) : null}
      </section>
      <ScriptVersions page={data.hotlineScriptVersions} fetchMore={fetchMore} />
    </>
  )
}
