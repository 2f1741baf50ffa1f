import { useEffect, useRef, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { Resolver } from 'react-hook-form'
import { keepSignature, readSignature } from './kept-signature.ts'
import type { Signature } from './kept-signature.ts'

interface Signed {
  declarationId: string
  /** Another text when what is promised is another content. */
  content: string
  suggestedSigner: string
  resolver: Resolver<Signature>
}

/** The form of promise and signer; a reload brings both back, and a promise about what has changed since is asked for again. */
export function useSignature({ declarationId, content, suggestedSigner, resolver }: Signed) {
  const [kept] = useState(() => readSignature(declarationId, content))
  const [lapsed, setLapsed] = useState(kept?.lapsed ?? false)
  const form = useForm<Signature>({
    defaultValues: { truthDeclared: kept?.truthDeclared ?? false, signer: kept?.signer ?? suggestedSigner },
    resolver,
  })
  const { control, getValues, setValue } = form
  const [truthDeclared, signer] = useWatch({ control, name: ['truthDeclared', 'signer'] })
  const promised = useRef(content)
  useEffect(() => {
    const changed = promised.current !== content
    promised.current = content
    if (changed && getValues('truthDeclared')) {
      setValue('truthDeclared', false)
      setLapsed(true)
      return
    }
    const touched = truthDeclared || signer !== suggestedSigner
    keepSignature(declarationId, content, touched ? { truthDeclared, signer } : null)
  }, [declarationId, content, suggestedSigner, truthDeclared, signer, getValues, setValue])
  return { ...form, lapsed: lapsed && !truthDeclared, forget: () => keepSignature(declarationId, content, null) }
}
