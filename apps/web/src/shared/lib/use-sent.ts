import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useEffect, useState } from 'react'
import { sendOperation } from './send-operation.ts'

interface Sent<Result> {
  data: Result | undefined
  error: unknown
}

interface Answered<Result, Variables> extends Sent<Result> {
  variables: Variables
}

/**
 * What the office answers to one query, for public pages: they do without the data client, which is a quarter of what they load.
 * `variables` are a stable object; while other ones are asked about there is no data.
 */
export function useSent<Result, Variables extends object>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
): Sent<Result> {
  const [answered, setAnswered] = useState<Answered<Result, Variables>>()
  useEffect(() => {
    let current = true
    const show = (answer: Sent<Result>) => {
      if (current) setAnswered({ ...answer, variables })
    }
    sendOperation(document, variables).then(
      (data) => show({ data, error: undefined }),
      (error: unknown) => show({ data: undefined, error }),
    )
    return () => {
      current = false
    }
  }, [document, variables])
  return answered?.variables === variables ? answered : { data: undefined, error: undefined }
}
