import { useLocation } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { ChoiceLinks } from '../../../shared/ui/choices.tsx'
import { policyMessages } from './policy-messages.ts'

const proposals = '/staff/policy/proposals'

/** The two halves: what holds, and what is on its way. */
export function PolicyTabs() {
  const t = useMessages(policyMessages)
  return (
    <ChoiceLinks
      label={t('title')}
      chosen={useLocation().pathname === proposals ? 'proposals' : 'inForce'}
      options={[
        { id: 'inForce', to: '/staff/policy', text: t('inForce') },
        { id: 'proposals', to: proposals, text: t('proposals') },
      ]}
    />
  )
}
