import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { SwitchEmployerDocument } from './switch-dialog.generated.ts'
import type { EmployersActedForQuery } from './employer-switch.generated.ts'
import style from './mandate.module.css'
import { messages } from './messages.ts'

type Employer = EmployersActedForQuery['employersActedFor'][number]

/** More than these are found by typing. */
const fewEnough = 8

interface SwitchDialogProps {
  employers: readonly Employer[]
  current: string | null
  onClose: () => void
}

/** Chosen with one press; a full load then drops everything that was about the employer before. */
export function SwitchDialog({ employers, current, onClose }: SwitchDialogProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const [typed, setTyped] = useState('')
  const [failed, setFailed] = useState(false)
  const [change, { loading }] = useMutation(SwitchEmployerDocument)
  const sought = typed.trim().toLowerCase()
  const found = employers.filter(({ name, registrationNo }) =>
    `${name} ${registrationNo}`.toLowerCase().includes(sought),
  )
  const choose = async (employerId: string) => {
    if (employerId === current) return onClose()
    setFailed(false)
    const { data } = await change({ variables: { employerId } }).catch(() => ({ data: undefined }))
    if (!data) return setFailed(true)
    return window.location.assign('/employer')
  }
  return (
    <Dialog title={t('switchTitle')} onClose={onClose}>
      <div className={style.dialog}>
        <p>{t('switchLead')}</p>
        {failed ? <Notice tone="refused">{t('switchFailed')}</Notice> : null}
        {employers.length > fewEnough ? (
          <TextInput label={t('search')} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        ) : null}
        <ul className={style.list}>
          {found.map(({ employerId, name, registrationNo, mandateTo }) => (
            <li key={employerId}>
              <button
                type="button"
                className={style.choice}
                aria-current={employerId === current}
                disabled={loading}
                onClick={() => void choose(employerId)}
              >
                {name}
                <span>
                  {[
                    registrationNo,
                    mandateTo ? t('until', { date: format.date(mandateTo) }) : '',
                    employerId === current ? t('current') : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {found.length === 0 ? <p>{t('noneFound')}</p> : null}
        <div>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
