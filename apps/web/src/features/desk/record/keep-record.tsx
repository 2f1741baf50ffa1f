import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import {
  findKept,
  forgetKept,
  keepRecord,
  renewKept,
  type KeptRecord,
} from '../../../shared/kept-record/kept-record.ts'
import type { Locking } from '../../../shared/kept-record/unlock.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { useFocusWhenLost } from '../../../shared/ui/use-focus-when-lost.ts'
import { ChooseLock } from './choose-lock.tsx'
import { keepMessages } from './keep-messages.ts'
import { writeKept } from './kept-shape.ts'
import type { RecordShown } from './record-view.tsx'
import style from './record.module.css'

/** Whoever asks for it has this record on their own device; as long as they do, each look at it here renews what is kept. */
export function KeepRecord({ shown }: { shown: RecordShown }) {
  const t = useMessages(keepMessages)
  const { instant } = useFormat()
  const { id: account } = useViewer()
  const [kept, setKept] = useState<KeptRecord>()
  const [step, setStep] = useState<'ASKED' | 'CHOOSING' | 'FORGOTTEN' | 'FAILED'>('ASKED')
  const heading = useFocusWhenLost(`${step} ${kept === undefined}`)
  const text = writeKept(shown)
  useEffect(() => {
    const renew = async () => {
      const found = await findKept()
      if (found?.account === account) setKept(await renewKept(found, text, new Date()))
    }
    // A browser that keeps nothing has nothing to renew.
    renew().catch(() => undefined)
  }, [account, text])
  const keep = async (locking: Locking) => {
    try {
      setKept(await keepRecord(account, locking, text, new Date()))
      setStep('ASKED')
    } catch {
      setStep('FAILED')
    }
  }
  const forget = async () => {
    await forgetKept()
    setKept(undefined)
    setStep('FORGOTTEN')
  }
  return (
    <section className={style.section}>
      <h2 ref={heading} tabIndex={-1}>
        {t('keepTitle')}
      </h2>
      <p className={style.soft}>{t('keepText')}</p>
      <output>
        {step === 'FORGOTTEN' ? t('keptForgotten') : null}
        {kept ? t('kept', { date: instant(kept.keptAt) }) : null}
      </output>
      {step === 'FAILED' ? <Notice tone="warning">{t('keepFailed')}</Notice> : null}
      {kept ? (
        <div className={style.keepDeeds}>
          <Link to="/kept-record">{t('keptOpen')}</Link>
          <Button variant="default" onClick={() => void forget()}>
            {t('keptForget')}
          </Button>
        </div>
      ) : step === 'CHOOSING' ? (
        <ChooseLock onLocked={keep} />
      ) : (
        <div className={style.keepDeeds}>
          <Button variant="default" onClick={() => setStep('CHOOSING')}>
            {t('keepBegin')}
          </Button>
        </div>
      )}
    </section>
  )
}
