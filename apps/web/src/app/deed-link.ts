import { ApolloLink } from '@apollo/client'
import { OperationTypeNode } from 'graphql'
import { finalize } from 'rxjs'

/** Tells of every mutation when its answer is there. A refused or failed one counts: what failed on its way back may have been done. */
export function createDeedLink(tell: () => void): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const answer = forward(operation)
    return operation.operationType === OperationTypeNode.MUTATION ? answer.pipe(finalize(tell)) : answer
  })
}
