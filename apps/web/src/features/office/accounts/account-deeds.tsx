import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import {
  EndStaffAccountDocument,
  IssueStaffLinkDocument,
  ResetStaffSecondFactorDocument,
} from './accounts.generated.ts'
import type { StaffAccountFactsFragment } from './accounts.generated.ts'
import type { Outcome } from './account-words.ts'
import style from './accounts.module.css'
import { ChangeRoles } from './change-roles.tsx'
import type { Link } from './given-link.tsx'
import { messages } from './messages.ts'
import { ReasonDialog } from './reason-dialog.tsx'

interface Said {
  tone: 'done' | 'refused'
  text: string
}
type OnDone = (said: Said | undefined, link: Link | undefined) => Promise<void>
type Deed = 'ROLES' | 'ISSUE' | 'RESET' | 'END'
/** What an administrator does to another's account. */
export function AccountDeeds({ account, onDone }: { account: StaffAccountFactsFragment; onDone: OnDone }) {
  const t = useMessages(messages)
  const [doing, setDoing] = useState<Deed>()
  const [issue, { loading: issuing }] = useMutation(IssueStaffLinkDocument)
  const [reset, { loading: resetting }] = useMutation(ResetStaffSecondFactorDocument)
  const [end, { loading: ending }] = useMutation(EndStaffAccountDocument)
  const { id: accountId, displayName: name, state } = account

  const act = async (work: () => Promise<Outcome | undefined>, text?: string) => {
    const outcome = await work().catch(() => undefined)
    setDoing(undefined)
    if (!outcome) return onDone({ tone: 'refused', text: t('failed') }, undefined)
    if (outcome.__typename === 'StaffAccountRefused')
      return onDone({ tone: 'refused', text: t(`refused${outcome.reason}`) }, undefined)
    return onDone(text === undefined ? undefined : { tone: 'done', text }, outcome.link ?? undefined)
  }
  return (
    <div className={style.section}>
      {doing === 'ROLES' ? (
        <ChangeRoles account={account} onCancel={() => setDoing(undefined)} onOutcome={act} />
      ) : (
        <div className={style.deeds}>
          <Button variant="default" onClick={() => setDoing('ROLES')}>
            {t('changeRoles')}
          </Button>
          {state === 'ENDED' ? null : (
            <>
              <Button variant="default" onClick={() => setDoing('ISSUE')}>
                {t(state === 'WAITING' ? 'issueActivation' : 'issueReset')}
              </Button>
              {account.secondFactor ? (
                <Button variant="default" onClick={() => setDoing('RESET')}>
                  {t('resetSecondFactor')}
                </Button>
              ) : null}
              <Button variant="default" color="zhu.7" onClick={() => setDoing('END')}>
                {t('end')}
              </Button>
            </>
          )}
        </div>
      )}
      <ConfirmDialog
        opened={doing === 'ISSUE'}
        title={t('issueTitle', { name })}
        consequence={t('issueText')}
        verb={t(state === 'WAITING' ? 'issueActivation' : 'issueReset')}
        busy={issuing}
        onCancel={() => setDoing(undefined)}
        onConfirm={() => void act(async () => (await issue({ variables: { accountId } })).data?.issueStaffLink)}
      />
      {doing === 'RESET' || doing === 'END' ? (
        <ReasonDialog
          title={t(doing === 'RESET' ? 'resetTitle' : 'endTitle', { name })}
          consequence={t(doing === 'RESET' ? 'resetText' : 'endText')}
          verb={t(doing === 'RESET' ? 'resetSecondFactor' : 'end')}
          busy={resetting || ending}
          onCancel={() => setDoing(undefined)}
          onConfirm={(reason) =>
            doing === 'RESET'
              ? act(
                  async () => (await reset({ variables: { accountId, reason } })).data?.resetStaffSecondFactor,
                  t('doneReset'),
                )
              : act(async () => (await end({ variables: { accountId, reason } })).data?.endStaffAccount, t('doneEnd'))
          }
        />
      ) : null}
    </div>
  )
}
