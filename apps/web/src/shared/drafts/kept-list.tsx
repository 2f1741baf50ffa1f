import { Button } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../lib/language-context.tsx'
import { useFormat } from '../lib/use-format.ts'
import { useViewer } from '../lib/viewer-context.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import style from './drafts.module.css'
import { messages } from './messages.ts'
import { otherLivingPages } from './page-holder.ts'
import { ownerOf } from './owner.ts'
import { keptOf, replaceDrafts, type KeptDraft, type KeptThings, type KeptWhat } from './shelf.ts'

/** All of it but what is being typed in another tab at this moment. */
async function readKept(owner: string): Promise<KeptThings> {
  const [{ drafts, submissions }, living] = await Promise.all([keptOf(owner), otherLivingPages()])
  return { drafts: drafts.filter(({ page }) => !living.has(page)), submissions }
}

/** What is on this device and not with the office: submissions without an answer, and what was typed and not saved. */
export function KeptList() {
  const t = useMessages(messages)
  const format = useFormat()
  const owner = ownerOf(useViewer())
  const [kept, setKept] = useState<KeptThings>()
  const [discarding, setDiscarding] = useState<KeptDraft>()
  const read = useCallback(() => readKept(owner).then(setKept, () => undefined), [owner])
  useEffect(() => {
    void read()
    window.addEventListener('focus', read)
    return () => window.removeEventListener('focus', read)
  }, [read])
  const wordOf = ({ kind, of }: KeptWhat) => t(kind, { of: /^\d{4}-\d{2}$/.test(of) ? format.period(of) : of })
  if (!kept || kept.drafts.length + kept.submissions.length === 0) return null
  // What several windows hold of one draft is one thing to go on with.
  const drafts = kept.drafts.filter((one, index) => kept.drafts.findIndex(({ draft }) => draft === one.draft) === index)
  return (
    <section className={style.keptHere} aria-labelledby="kept-here">
      <h2 id="kept-here">{t('keptTitle')}</h2>
      <p>{t('keptText')}</p>
      <ul>
        {kept.submissions.map(({ declaration, what, pressedAt }) => (
          <li key={declaration}>
            <div>
              <strong>{wordOf(what)}</strong>
              <span className={style.notArrived}>{t('pressedAt', { time: format.instant(pressedAt) })}</span>
            </div>
            <Button component={Link} to={what.path}>
              {t('lookAndSend')}
            </Button>
          </li>
        ))}
        {drafts.map((one) => (
          <li key={one.draft}>
            <div>
              <strong>{wordOf(one.what)}</strong>
              <span className={style.side}>{t('typedAt', { time: format.instant(one.typedAt) })}</span>
            </div>
            <Button component={Link} to={one.what.path} variant="default">
              {t('goOn')}
            </Button>
            <Button variant="subtle" onClick={() => setDiscarding(one)}>
              {t('discard')}
            </Button>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={discarding !== undefined}
        grave
        title={t('discardTitle')}
        consequence={<p>{discarding ? t('discardText', { what: wordOf(discarding.what) }) : null}</p>}
        verb={t('discard')}
        onConfirm={() => {
          const gone = kept.drafts.filter(({ draft }) => draft === discarding?.draft)
          setDiscarding(undefined)
          void replaceDrafts(gone).then(read)
        }}
        onCancel={() => setDiscarding(undefined)}
      />
    </section>
  )
}
