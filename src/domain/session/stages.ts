import { z } from 'zod'

/** In this order; `cancelled` can follow any but the last. */
export const stages = ['lobby', 'hooks', 'lyrics', 'arranging', 'review', 'finished', 'cancelled'] as const
export const stageSchema = z.enum(stages)
export type Stage = z.infer<typeof stageSchema>

export const surfaces = ['web', 'lti', 'slack', 'discord'] as const
export const surfaceSchema = z.enum(surfaces)
export type SurfaceName = z.infer<typeof surfaceSchema>
/** What a page may say of itself: a deed in a chat is told by the chat's own surface. */
export const pageSurfaceSchema = surfaceSchema.extract(['web', 'lti'])

/** A host began the session and may close its stages; a teacher looks in, and may also hold texts back and pause the AI. */
export const participantRoles = ['member', 'host', 'teacher'] as const
export const participantRoleSchema = z.enum(participantRoles)
export type ParticipantRole = z.infer<typeof participantRoleSchema>

/** Those that can close by themselves when their time is up. */
export const isTimed = (stage: Stage): boolean => stage === 'hooks' || stage === 'lyrics' || stage === 'arranging'

export const isOver = (stage: Stage): boolean => stage === 'finished' || stage === 'cancelled'
