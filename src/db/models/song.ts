import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelAttributes,
} from 'sequelize'
import type { MashupRequest } from '../../domain/mashup-request.js'
import type { Song as SongDocument } from '../../domain/song.js'
import type { ErrorCode } from '../../errors.js'

/** A song that was asked for: `pending` while it is being made, then `ready` with its document, or `failed` with the reason's code. */
export class Song extends Model<InferAttributes<Song>, InferCreationAttributes<Song>> {
  declare id: string
  /** That of the transaction, unless it is named. */
  declare tenantId: CreationOptional<string>
  /** Opaque id of who asked for it. */
  declare person: string
  declare status: CreationOptional<'pending' | 'ready' | 'failed'>
  declare request: MashupRequest
  declare song: CreationOptional<SongDocument | null>
  declare errorCode: CreationOptional<ErrorCode | null>
  declare createdAt: CreationOptional<Date>
  declare finishedAt: CreationOptional<Date | null>

  static readonly table = {
    name: 'songs',
    columns: {
      id: { type: DataTypes.UUID, primaryKey: true },
      tenantId: DataTypes.UUID,
      person: { type: DataTypes.TEXT, allowNull: false },
      status: DataTypes.TEXT,
      request: { type: DataTypes.JSONB, allowNull: false },
      song: DataTypes.JSON,
      errorCode: DataTypes.TEXT,
      createdAt: DataTypes.DATE,
      finishedAt: DataTypes.DATE,
    } satisfies ModelAttributes,
  }
}
