-- Beside photos, what is said and filmed (语音、视频); and of evidence when and where it was taken, as the phone says.
alter table photo
  add kind text not null default 'photo',
  add type text not null default 'image/webp',
  add seconds float4,
  add taken_at timestamptz,
  add lat float8,
  add long float8,
  -- The file has been removed; that it was there stays told.
  add erased_at timestamptz,
  alter width drop not null,
  alter height drop not null;
create index photo_unclaimed on photo (uploaded_at) where appeal is null;
create index photo_recording on photo (uploaded_at) where kind <> 'photo' and appeal is not null and erased_at is null;
