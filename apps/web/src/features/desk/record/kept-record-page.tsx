import { Button, PasswordInput } from '@mantine/core'
import '@mantine/core/styles/ActionIcon.css'
import '@mantine/core/styles/PasswordInput.css'
import { useEffect, useState, type FormEvent } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { findKept, forgetKept, openKept, type KeptRecord } from '../../../shared/kept-record/kept-record.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { useFocusWhenLost } from '../../../shared/ui/use-focus-when-lost.ts'
import { keepMessages } from './keep-messages.ts'
import { readKept } from './kept-shape.ts'
import { RecordView, type RecordShown } from './record-view.tsx'
import style from './record.module.css'

/** The last record, without a network and without a session: this page asks the office for nothing. */
export function KeptRecordPage() {
  const t = useMessages(keepMessages)
  const [kept, setKept] = useState<KeptRecord | 'NONE'>()
  useFocusWhenLost(kept === 'NONE')
  useEffect(() => {
    const find = async () => setKept((await findKept().catch(() => undefined)) ?? 'NONE')
    void find()
  }, [])
  if (kept === undefined) return <Skeleton lines={4} />
  const forget = async () => {
    await forgetKept()
    setKept('NONE')
  }
  return (
    <>
      <PageHeader title={t('keptTitle')} />
      {kept === 'NONE' ? (
        <EmptyState title={t('keptNone')} next={<Link to="/sign-in/me">{t('keptSignIn')}</Link>}>
          {t('keptNoneText')}
        </EmptyState>
      ) : (
        <>
          <Kept kept={kept} />
          <div className={style.keepDeeds}>
            <Button variant="default" onClick={() => void forget()}>
              {t('keptForget')}
            </Button>
          </div>
        </>
      )}
    </>
  )
}

function Kept({ kept }: { kept: KeptRecord }) {
  const t = useMessages(keepMessages)
  const { instant } = useFormat()
  const [opened, setOpened] = useState<RecordShown | 'UNREADABLE'>()
  useFocusWhenLost(opened)
  if (opened === 'UNREADABLE') return <Notice tone="warning">{t('keptUnreadable')}</Notice>
  if (!opened) return <Unlock kept={kept} onOpened={(text) => setOpened(readKept(text) ?? 'UNREADABLE')} />
  return (
    <>
      <Notice tone="info">{t('keptAsOf', { date: instant(kept.keptAt) })}</Notice>
      <RecordView {...opened} />
    </>
  )
}

function Unlock({ kept, onOpened }: { kept: KeptRecord; onOpened: (text: string) => void }) {
  const t = useMessages(keepMessages)
  const [password, setPassword] = useState('')
  const [wrong, setWrong] = useState(false)
  const [working, setWorking] = useState(false)
  const unlock = async () => {
    setWorking(true)
    const text = await openKept(kept, password)
    setWorking(false)
    setWrong(text === undefined)
    if (text !== undefined) onOpened(text)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void unlock()
  }
  return (
    <form className={style.keepForm} onSubmit={onSubmit}>
      <p>{t('keptLocked')}</p>
      {kept.lock.way === 'PASSWORD' ? (
        <PasswordInput
          label={t('keptPassword')}
          autoComplete="current-password"
          value={password}
          error={wrong ? t('keptWrong') : undefined}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      ) : wrong ? (
        <Notice tone="warning">{t('keptWrong')}</Notice>
      ) : null}
      <Button type="submit" loading={working}>
        {t('keptUnlock')}
      </Button>
    </form>
  )
}
