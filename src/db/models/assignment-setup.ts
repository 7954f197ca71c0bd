import { DataTypes, type InferAttributes, type InferCreationAttributes, Model, type ModelAttributes } from 'sequelize'
import type { AssignmentSettings } from '../../domain/assignment.js'

/** What a teacher set up inside the LMS, for the activities that are made of it. */
export class AssignmentSetup extends Model<InferAttributes<AssignmentSetup>, InferCreationAttributes<AssignmentSetup>> {
  declare id: string
  declare courseId: string
  declare settings: AssignmentSettings

  static readonly table = {
    name: 'assignment_setups',
    columns: {
      id: { type: DataTypes.UUID, primaryKey: true },
      courseId: { type: DataTypes.UUID, allowNull: false },
      settings: { type: DataTypes.JSONB, allowNull: false },
    } satisfies ModelAttributes,
  }
}
