import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { caseworkers, holdsAny } from '../../../shared/lib/staff-role.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
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
  const seesCases = !atWindow || holdsAny(useViewer().roles, caseworkers)
  const into = pathname.endsWith('/in')
  const [opened, setOpened] = useState<{ id: string; number: string }>()
  return (
    <>
      <PageHeader
        title={t(into ? 'inTitle' : 'outTitle')}
        lead={t(into ? 'inLead' : 'outLead')}
        above={seesCases ? <Link to={list}>{t('back')}</Link> : null}
      />
      {opened ? (
        <Notice tone="done">
          {t('sent', { number: opened.number })}{' '}
          {seesCases ? (
            <Link to={`${list}/${opened.id}`}>{t('see')}</Link>
          ) : (
            <Button size="compact-sm" variant="default" onClick={() => setOpened(undefined)}>
              {t('another')}
            </Button>
          )}
        </Notice>
      ) : (
        <OpenForm direction={into ? 'IN' : 'OUT'} atWindow={atWindow} onSent={setOpened} />
      )}
    </>
  )
}
