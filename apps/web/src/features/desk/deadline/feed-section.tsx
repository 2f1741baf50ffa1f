import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { copyText } from '../../../shared/lib/copy-text.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { DeadlinesDocument, EndDeadlineFeedDocument, MakeDeadlineFeedDocument } from './deadline.generated.ts'
import type { DeadlinesQuery } from './deadline.generated.ts'
import style from './deadline.module.css'
import { messages } from './messages.ts'

type Feed = DeadlinesQuery['deadlineFeed']
type Said = { tone: 'done' | 'refused'; key: 'ended' | 'failed' }

/** The secret address: made, replaced, ended; shown once. */
export function FeedSection({ feed }: { feed: Feed }) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const refetch = { refetchQueries: [DeadlinesDocument], awaitRefetchQueries: true }
  const [make, making] = useMutation(MakeDeadlineFeedDocument, refetch)
  const [end, ending] = useMutation(EndDeadlineFeedDocument, refetch)
  const [asked, setAsked] = useState<'replace' | 'end'>()
  const [url, setUrl] = useState<string>()
  const [said, setSaid] = useState<Said>()
  const attempt = async (deed: () => Promise<Said | undefined>) => {
    setSaid(await deed().catch((): Said => ({ tone: 'refused', key: 'failed' })))
    setAsked(undefined)
  }
  const makeOne = () =>
    attempt(async () => {
      const { data } = await make({ variables: { language: language === 'en' ? 'EN' : 'ZH_CN' } })
      setUrl(data?.makeDeadlineFeed.url)
      return undefined
    })
  const endIt = () =>
    attempt(async () => {
      await end()
      setUrl(undefined)
      return { tone: 'done', key: 'ended' }
    })
  return (
    <div className={style.way}>
      <h3>{t('feedTitle')}</h3>
      <p>{t('feedText')}</p>
      {said ? <Notice tone={said.tone}>{t(said.key)}</Notice> : null}
      {url === undefined ? null : <ShownAddress url={url} />}
      {feed ? <FeedFacts feed={feed} /> : <p>{t('none')}</p>}
      <div className={style.deeds}>
        {feed ? (
          <>
            <Button variant="default" onClick={() => setAsked('replace')}>
              {t('replace')}
            </Button>
            <Button variant="subtle" onClick={() => setAsked('end')}>
              {t('end')}
            </Button>
          </>
        ) : (
          <Button variant="default" loading={making.loading} onClick={() => void makeOne()}>
            {t('make')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        opened={asked !== undefined}
        title={t(asked ?? 'end')}
        consequence={t(`${asked ?? 'end'}Consequence`)}
        verb={t(asked ?? 'end')}
        busy={making.loading || ending.loading}
        onConfirm={() => void (asked === 'replace' ? makeOne() : endIt())}
        onCancel={() => setAsked(undefined)}
      />
    </div>
  )
}

function FeedFacts({ feed }: { feed: NonNullable<Feed> }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <Facts
      facts={[
        [t('made'), format.instant(feed.createdAt)],
        [t('language'), t(feed.language)],
        [t('read'), feed.lastFetchedAt ? format.instant(feed.lastFetchedAt) : t('never')],
      ]}
    />
  )
}

function ShownAddress({ url }: { url: string }) {
  const t = useMessages(messages)
  const [copied, setCopied] = useState(false)
  const copy = async () => setCopied(await copyText(url))
  return (
    <>
      <output>{t('onlyNow')}</output>
      <code className={style.address}>{url}</code>
      <Button size="sm" onClick={() => void copy()}>
        {t(copied ? 'copied' : 'copy')}
      </Button>
    </>
  )
}
