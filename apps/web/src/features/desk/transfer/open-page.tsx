import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { formMessages } from './form-messages.ts'
import { OpenForm } from './open-form.tsx'

/** Asks for a transfer: at `…/in` or `…/out`, by the person or at the window. */
export function OpenPage() {
  const t = useMessages(formMessages)
  const { pathname } = useLocation()
  const atWindow = pathname.startsWith('/staff')
  const list = `${atWindow ? '/staff' : '/me'}/transfers`
  const into = pathname.endsWith('/in')
  const [opened, setOpened] = useState<{ id: string; number: string }>()
  return (
    <>
      <PageHeader
        title={t(into ? 'inTitle' : 'outTitle')}
        lead={t(into ? 'inLead' : 'outLead')}
        above={<Link to={list}>{t('back')}</Link>}
      />
      {opened ? (
        <Notice tone="done">
          {t('sent', { number: opened.number })} <Link to={`${list}/${opened.id}`}>{t('see')}</Link>
        </Notice>
      ) : (
        <OpenForm direction={into ? 'IN' : 'OUT'} atWindow={atWindow} onSent={setOpened} />
      )}
    </>
  )
}
