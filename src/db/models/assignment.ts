import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  type ModelAttributes,
} from 'sequelize'
import type { AssignmentSettings } from '../../domain/assignment.js'

/** One activity of a course. `settings` is `null` until a teacher has set it up. */
export class Assignment extends Model<InferAttributes<Assignment>, InferCreationAttributes<Assignment>> {
  declare id: string
  declare courseId: string
  declare resourceLinkId: string
  declare title: string
  declare settings: AssignmentSettings | null
  declare setupId: CreationOptional<string | null>
  declare createdAt: CreationOptional<Date>

  static readonly table = {
    name: 'assignments',
    columns: {
      id: { type: DataTypes.UUID, primaryKey: true },
      courseId: { type: DataTypes.UUID, allowNull: false },
      resourceLinkId: { type: DataTypes.TEXT, allowNull: false },
      title: { type: DataTypes.TEXT, allowNull: false },
      settings: DataTypes.JSONB,
      setupId: DataTypes.UUID,
      createdAt: DataTypes.DATE,
    } satisfies ModelAttributes,
  }
}
