"""Which database this is among those of all offices, and under which names it went before."""

import datetime as dt
from uuid import UUID, uuid4

from sqlalchemy import Connection, bindparam, insert, select, update
from sqlmodel import col

from desktop_app.storage.tables import DatabaseRow, ProvenanceRow, ReportRow

_OWN = select(col(DatabaseRow.id)).where(col(DatabaseRow.retired).is_(None))
_FORMER = select(col(DatabaseRow.id)).where(col(DatabaseRow.retired).is_not(None))
_RETIRE = update(DatabaseRow).where(col(DatabaseRow.id) == bindparam("this"))
_TELL = update(ReportRow).where(col(ReportRow.id) == bindparam("this"))
_TELL_BEFORE = update(ProvenanceRow).where(
    col(ProvenanceRow.act_id) == bindparam("in_act"), col(ProvenanceRow.ordinal) == bindparam("at")
)


def read_own_id(connection: Connection) -> UUID:
    """Return which database this is."""
    return connection.execute(_OWN).scalar_one()


def read_former_ids(connection: Connection) -> frozenset[UUID]:
    """Return which databases this one was before it was made of their backups."""
    return frozenset(connection.execute(_FORMER).scalars())


def become_another(connection: Connection, moment: dt.datetime) -> None:
    """Go on under a new name; every report says that it stems from edits under the old one.

    To be done where a backup becomes the data: the database that it was made of has perhaps been
    edited since, and what both call their next edit must not pass for the same.
    """
    own = read_own_id(connection)
    _write_out_lineages(connection, own)
    connection.execute(_RETIRE, {"this": own, "retired": moment})
    connection.execute(insert(DatabaseRow), {"id": uuid4(), "retired": None})


def _write_out_lineages(connection: Connection, own: UUID) -> None:
    """Write down of each report edited only here what until now went without saying."""
    query = select(col(ReportRow.id), col(ReportRow.revision))
    unsaid = connection.execute(query.where(col(ReportRow.lineage).is_(None)))
    if rows := [{"this": one.id, "lineage": {own: one.revision}} for one in unsaid]:
        connection.execute(_TELL, rows)
    places = (col(ProvenanceRow.act_id), col(ProvenanceRow.ordinal), col(ProvenanceRow.before))
    was_here = col(ProvenanceRow.before).is_not(None)
    acts = select(*places).where(was_here, col(ProvenanceRow.before_lineage).is_(None))
    found = [
        {"in_act": one.act_id, "at": one.ordinal, "before_lineage": {own: one.before}}
        for one in connection.execute(acts)
    ]
    if found:
        connection.execute(_TELL_BEFORE, found)
