import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { sendOperation } from '../../../shared/lib/send-operation.ts'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import type { Application } from './application.ts'
import { ApplicationView } from './application-view.tsx'
import { BeginForm } from './begin-form.tsx'
import { forgetApplication, keepKey, keptKey, type ApplicationKey } from './kept-application.ts'
import { KeyForm } from './key-form.tsx'
import { messages } from './messages.ts'
import { ReadRegistrationDocument } from './registration.generated.ts'
import style from './registration.module.css'

interface Open {
  key: ApplicationKey
  application: Application
  /** Just begun: the secret is shown. */
  fresh: boolean
}

/** Where an employer without an account registers, and sees what became of it. A reload finds the tab's own application again. */
export function RegisterPage() {
  const t = useMessages(messages)
  const [open, setOpen] = useState<Open>()
  const asked = useRef(false)
  const show = (key: ApplicationKey, application: Application, fresh = false) => {
    // What this tab has just begun or found is not read once more.
    asked.current = true
    keepKey(key)
    setOpen({ key, application, fresh })
  }
  useEffect(() => {
    const key = keptKey()
    if (asked.current || !key) return
    asked.current = true
    void sendOperation(ReadRegistrationDocument, { key }).then(
      ({ readRegistration: found }) =>
        found.__typename === 'RegistrationApplication' ? show(key, found) : forgetApplication(),
      () => undefined,
    )
  })
  const leave = () => {
    forgetApplication()
    setOpen(undefined)
  }
  return (
    <div className={style.page}>
      <PageHeader title={t('title')} lead={t('lead')} />
      {open ? (
        <ApplicationView
          key={`${open.key.number} ${open.application.state} ${open.application.version}`}
          opens={open.key}
          application={open.application}
          fresh={open.fresh}
          onChanged={(application) => show(open.key, application)}
          onLeave={leave}
        />
      ) : (
        <>
          <section className={style.section}>
            <h2>{t('begin')}</h2>
            <p>{t('beginText')}</p>
            <BeginForm
              onOpened={(key) =>
                show(
                  key,
                  {
                    __typename: 'RegistrationApplication',
                    number: key.number,
                    state: 'OPENED',
                    version: 0,
                    submittedAt: null,
                    decidedAt: null,
                    opensAccount: false,
                    values: [],
                    versions: [],
                  },
                  true,
                )
              }
            />
          </section>
          <section className={style.section}>
            <h2>{t('look')}</h2>
            <KeyForm onFound={show} />
          </section>
        </>
      )}
    </div>
  )
}
