import { useMutation } from '../../../../shared/data/hooks.tsx'
import { useMessages } from '../../../../shared/lib/language-context.tsx'
import { Reveal } from '../reveal.tsx'
import { reviewMessages } from '../review-messages.ts'
import { RevealMonthlyPersonDocument } from './monthly-review.generated.ts'

/** Whom a change is about, in clear, for a reason. */
export function RevealChange({ declarationId, rowNo, what }: { declarationId: string; rowNo: number; what: string }) {
  const t = useMessages(reviewMessages)
  const [reveal] = useMutation(RevealMonthlyPersonDocument, { fetchPolicy: 'no-cache' })
  return (
    <Reveal
      what={what}
      ask={async (reason) => {
        const { data } = await reveal({ variables: { declarationId, rowNo, reason } })
        const person = data?.revealMonthlyPerson
        if (!person) return undefined
        const { name, idNumber, mobile, infoValue } = person
        return [
          name ?? '',
          idNumber ?? '',
          mobile ? `${t('mobile')} ${mobile}` : '',
          infoValue ? `→ ${infoValue}` : '',
        ].filter(Boolean)
      }}
    />
  )
}
