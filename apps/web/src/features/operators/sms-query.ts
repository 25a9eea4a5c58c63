import type { operators as contract, Received } from '@keyholder/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../client/api.ts'

export type Sms = Received<typeof contract.sms>

/** Whether text messages are sent. */
export const smsQuery = queryOptions({ queryKey: ['platform', 'sms'], queryFn: () => api.operators.sms() })
