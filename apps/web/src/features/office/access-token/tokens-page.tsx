import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useMissingDuty } from '../../../shared/lib/viewer-context.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { AccessTokensDocument, RevokeAccessTokenDocument } from './access-token.generated.ts'
import type { ListedAccessTokenFragment } from './access-token.generated.ts'
import style from './access-token.module.css'
import { messages } from './messages.ts'
import { TokenCard } from './token-card.tsx'

/** What lets the employer's own software in, with what each was used for. */
export function TokensPage() {
  const t = useMessages(messages)
  const onlyLooks = useMissingDuty('ADMINISTER') !== undefined
  const { data, error } = useQuery(AccessTokensDocument, { fetchPolicy: 'cache-and-network' })
  const [revoke, { loading }] = useMutation(RevokeAccessTokenDocument)
  const [asked, setAsked] = useState<ListedAccessTokenFragment>()
  const [said, setSaid] = useState<{ tone: 'done' | 'refused'; text: string }>()
  if (error && !data) throw error
  const tokens = data?.accessTokens
  const confirm = async ({ id, name }: ListedAccessTokenFragment) => {
    try {
      await revoke({ variables: { id } })
      setSaid({ tone: 'done', text: t('revokedDone', { name }) })
    } catch {
      setSaid({ tone: 'refused', text: t('failed') })
    }
    setAsked(undefined)
  }
  const make = onlyLooks ? undefined : (
    <Button component={Link} to="/employer/access-tokens/new">
      {t('add')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        {...(make && tokens && tokens.length > 0 ? { next: make } : {})}
      />
      {said ? <Notice tone={said.tone}>{said.text}</Notice> : null}
      {!tokens ? <Skeleton lines={6} /> : null}
      {tokens?.length === 0 ? (
        <EmptyState title={t('none')} {...(make ? { next: make } : {})}>
          {t('noneText')}
        </EmptyState>
      ) : null}
      {onlyLooks ? <p>{t('onlyAdministrator')}</p> : null}
      <ul className={style.list}>
        {tokens?.map((token) => (
          <TokenCard key={token.id} token={token} {...(onlyLooks ? {} : { onRevoke: () => setAsked(token) })} />
        ))}
      </ul>
      <ConfirmDialog
        opened={asked !== undefined}
        title={t('revokeTitle', { name: asked?.name ?? '' })}
        consequence={t('revokeConsequence')}
        verb={t('revoke')}
        grave
        busy={loading}
        onConfirm={() => void (asked && confirm(asked))}
        onCancel={() => setAsked(undefined)}
      />
    </>
  )
}
