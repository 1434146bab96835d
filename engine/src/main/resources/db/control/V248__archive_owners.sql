-- Who brought an archive: a tenant has what it brought itself, and what the main one did.
create table archive_owner (
    digest text not null references archive on delete cascade,
    tenant text not null references tenant on delete cascade,
    primary key (digest, tenant)
);

insert into archive_owner (digest, tenant) select digest, 'main' from archive where exists (select from tenant where name = 'main');
